import Callers
import ExtensibleStructs
import KernelInterfaces
import MatrixAnalysis
import Testing

/// What holds of every matrix, whatever the struct.
struct MatrixTests {
  @Test func `every pair of versions and every subset of extensions has a cell for each habit`() throws {
    let matrix = try Matrix(Ring.self)
    for table in matrix.tables {
      for user in 0...2 {
        for kernel in 0...2 {
          let careful = table.cells.filter {
            $0.user.version == user && $0.kernel == kernel && $0.user.habit == .careful
          }
          #expect(
            careful.map(\.user.features).sorted() == Array(0..<UInt64(1 << user)), "\(table.scheme.name)")
        }
      }
    }
  }

  @Test func `a careful user's struct is what the codec encodes`() throws {
    let history = try History(Ring.self)
    for table in try Matrix(Ring.self).tables {
      for cell in table.cells where cell.user.habit == .careful {
        let bytes = table.userStruct(of: cell)
        let codec = try Codec(table.interface, version: cell.user.version)
        var encoded = [UInt8](repeating: 0xff, count: codec.size)
        var span = encoded.mutableSpan
        var target = unsafe span.mutableBytes
        try codec.encode(unsafe bytes.span.bytes, into: &target)
        #expect(encoded == bytes, "\(history.name) under \(table.scheme.name)")
      }
    }
  }

  @Test func `careful users meet no hazard under any of the five schemes`() throws {
    for table in try Matrix(Ring.self).tables {
      #expect(table.cells.allSatisfy { $0.user.habit != .careful || $0.judgement.verdict.isSound })
    }
  }

  @Test func `each hazard names bytes, and its example is a cell of the table`() throws {
    for table in try Matrix(Ring.self).tables {
      for hazard in table.hazards {
        #expect(!hazard.example.judgement.bytes.isEmpty)
        #expect(table.cells.contains(hazard.example))
        #expect(
          hazard.count
            == table.cells.filter {
              $0.user.habit == hazard.habit && $0.judgement.verdict == hazard.verdict
            }.count)
      }
    }
  }

  @Test(arguments: [(0, 1), (3, 8), (12, 4096)])
  func `up to twelve extensions have every subset`(_ extensions: Int, _ count: Int) {
    let sets = FeatureSets(extensions: extensions)
    #expect(sets == .every)
    #expect(sets.subsets(of: extensions) == Array(0..<UInt64(count)))
  }

  @Test func `beyond twelve extensions the stated sample is tried`() {
    let sets = FeatureSets(extensions: 13)
    #expect(sets == .sampled)
    let subsets = sets.subsets(of: 13)
    let stated: [UInt64] = [0, 0b1, 0x1000, 0x1fff, 0x1ffe, 0b11, 0b111]
    #expect(stated.allSatisfy(subsets.contains))
    #expect(subsets.count < 50)
  }
}
