import ExtensibleStructs
import KVMBackend
import MatrixAnalysis
import Testing
import UAPICatalog

/// The running kernel's word on the matrix, and a replay that lies.
struct ReplayTests {
  static let hasKVM: Bool = if case .available? = try? KVMAvailability.probe() { true } else { false }

  /// The matrix of a struct of the catalog after its replay.
  private func replayed(_ name: String) throws -> Matrix {
    let structure = try #require(try Catalog.structures().first { $0.name == name })
    guard case .available(let replay) = try RunningReplay.of(name) else {
      throw EvalSkipped(name: name)
    }
    var matrix = try Matrix(structure.history, schemes: structure.schemes, samples: replay.samples)
    try matrix.confirm(by: replay, on: "the running kernel")
    return matrix
  }

  struct EvalSkipped: Error { var name: String }

  @Test(.enabled(if: hasKVM, "/dev/kvm cannot be opened here"))
  func `KVM confirms every cell that it can express`() throws {
    let matrix = try replayed("kvm_userspace_memory_region")
    let count = matrix.confirmations
    #expect(count.contradicted == 0)
    // A kernel with REGION2 expresses its own version under two schemes, an older one the old ioctl alone.
    #expect(count.confirmed >= 4)
    let pad = try #require(matrix.tables.first { $0.scheme.name == "static-pad" })
    if count.confirmed > 8 {
      // A stray flag really binds descriptor 0, which the user never named.
      #expect(pad.cells.contains { $0.judgement.verdict == .garbageRead && $0.confirmation == .confirmed })
    }
  }

  @Test func `the scheduler confirms every cell that it can express`() throws {
    let count = try replayed("sched_attr").confirmations
    #expect(count.contradicted == 0)
    #expect(count.confirmed == 11)
  }

  /// A kernel that accepts everything and honours nothing.
  struct Lax: Matrix.Replay {
    let structure = "ring_setup"
    let samples: [String: UInt64] = [:]
    func version(under scheme: Scheme) -> Int? { scheme.name == "size-prefixed" ? 1 : nil }
    func call(_ user: [UInt8], under scheme: Scheme) throws -> Matrix.ReplayAnswer { Matrix.ReplayAnswer() }
  }

  @Test func `a kernel that answers otherwise contradicts, cell by cell`() throws {
    var matrix = try Matrix(Ring.self)
    try matrix.confirm(by: Lax(), on: "a lax kernel")
    let table = try #require(matrix.tables.first { $0.scheme.name == "size-prefixed" })
    for cell in table.cells where cell.kernel == 1 {
      let agrees =
        cell.judgement.errno == nil && (cell.user.features & 1 == 0 || cell.user.habit == .missingFlag)
      #expect((cell.confirmation == .confirmed) == agrees, "\(cell)")
    }
    #expect(matrix.confirmations.contradicted > 0)
    #expect(table.cells.allSatisfy { $0.kernel == 1 || $0.confirmation == nil })
  }
}
