import ExtensibleStructs
import TestSupport
import Testing

@Suite("copy_struct_from_user and copy_struct_to_user")
struct CopyStructTests {
  private func copyIn(
    _ memory: inout TestMemory, ksize: Int, usize: Int, checkingTail: Bool = true
  ) -> Result<[UInt8], CopyStructError> {
    var kernel = [UInt8](repeating: 0xaa, count: ksize)
    var span = kernel.mutableSpan
    var bytes = unsafe span.mutableBytes
    do throws(CopyStructError) {
      try memory.copyStructFromUser(into: &bytes, ksize: ksize, usize: usize, checkingTail: checkingTail)
      return .success(kernel)
    } catch {
      return .failure(error)
    }
  }

  @Test func `a struct in, on random memory`() {
    let found = RandomCases.counterexample(20_000) { generator in
      var bytes = generator.bytes(24)
      if generator.oneIn(2) { for at in 8..<24 { bytes[at] = 0 } }
      var cells = NaiveMemory(bytes, mapped: Int.random(in: 0...24, using: &generator))
      if generator.oneIn(3), !cells.cells.isEmpty {
        cells.cells[Int.random(in: 0..<cells.cells.count, using: &generator)] = .unmapped
      }
      let ksize = Int.random(in: 0...16, using: &generator)
      let usize = Int.random(in: 0...24, using: &generator)
      var memory = TestMemory(cells)
      let result = copyIn(&memory, ksize: ksize, usize: usize)
      let answer: Reference.CopyIn =
        switch result {
        case .success(let kernel): .copied(kernel)
        case .failure(.tail(let at)): .failed(errno: 7, at: at)
        case .failure(.fault(let fault)): .failed(errno: 14, at: fault.offset)
        }
      let expected = Reference.copyStructFromUser(cells, ksize: ksize, usize: usize)
      if case .failure(let error) = result, case .failed(let errno, _) = expected,
        error.errno.rawValue != errno
      {
        return "\(error) is \(error.errno)"
      }
      return answer == expected ? nil : "ksize \(ksize), usize \(usize), \(cells): \(answer), not \(expected)"
    }
    #expect(found == nil)
  }

  @Test func `the order of the accesses`() {
    let head = Access(.copyFromUser, offset: 0, count: 8)
    for (usize, expected) in [
      (8, [head]), (5, [Access(.copyFromUser, offset: 0, count: 5)]),
      (12, [Access(.checkZeroedUser, offset: 8, count: 4), head]),
      (0, [Access(.copyFromUser, offset: 0, count: 0)]),
    ] {
      var memory = TestMemory([UInt8](repeating: 0, count: 16))
      _ = copyIn(&memory, ksize: 8, usize: usize)
      #expect(memory.accesses == expected)
    }
    var memory = TestMemory([UInt8](repeating: 1, count: 16))
    _ = copyIn(&memory, ksize: 8, usize: 12)
    #expect(memory.accesses == [Access(.checkZeroedUser, offset: 8, count: 4)])
    memory.accesses = []
    _ = copyIn(&memory, ksize: 8, usize: 12, checkingTail: false)
    #expect(memory.accesses == [head])
  }

  @Test func `the primitives that fetch`() {
    #expect(
      Access.Primitive.allCases.filter(\.isFetch) == [.getUser, .copyFromUser, .checkZeroedUser])
    #expect(
      Access.Primitive.allCases.map(\.rawValue) == [
        "get_user", "put_user", "copy_from_user", "copy_to_user", "clear_user", "check_zeroed_user",
      ])
  }
}

@Suite("Plain bytes as user memory")
struct SpanMemoryTests {
  private enum Answer: Equatable {
    case value(Int?)
    case fault(Int)
  }

  private func check(_ bytes: [UInt8], at offset: Int, count: Int) -> Answer {
    var memory = unsafe SpanMemory(bytes.span.bytes)
    do throws(Fault) {
      return .value(try memory.checkZeroedUser(at: offset, count: count))
    } catch {
      return .fault(error.offset)
    }
  }

  private func get(_ bytes: [UInt8], at offset: Int, width: Int) -> Answer {
    var memory = unsafe SpanMemory(bytes.span.bytes)
    do throws(Fault) {
      return .value(Int(try memory.getUser(at: offset, width: width)))
    } catch {
      return .fault(error.offset)
    }
  }

  private func copy(_ bytes: [UInt8], at offset: Int, count: Int) -> Answer {
    var memory = unsafe SpanMemory(bytes.span.bytes)
    var kernel = [UInt8](repeating: 0, count: 16)
    var span = kernel.mutableSpan
    var target = unsafe span.mutableBytes
    do throws(Fault) {
      try memory.copyFromUser(at: offset, count: count, into: &target)
      return .value(kernel.firstIndex { $0 != 0 })
    } catch {
      return .fault(error.offset)
    }
  }

  @Test func `reads, as far as there are bytes`() {
    #expect(get([1, 2, 3], at: 1, width: 2) == .value(0x0302))
    #expect(check([0, 0, 3], at: 0, count: 3) == .value(2))
    #expect(check([0, 0, 3], at: 0, count: 2) == .value(nil))
    #expect(check([0, 0, 3], at: 0, count: 9) == .value(2))
    #expect(check([0, 0, 3], at: 9, count: 0) == .value(nil))
    #expect(copy([0, 7, 0], at: 1, count: 2) == .value(1))
    #expect(copy([0, 7, 0], at: 9, count: 0) == .value(nil))
  }

  @Test func `a fault is at the first byte that is asked for and not there`() {
    #expect(get([1, 2, 3], at: 2, width: 2) == .fault(3))
    #expect(get([1, 2, 3], at: 8, width: 4) == .fault(8))
    #expect(check([0, 0, 0], at: 1, count: 3) == .fault(3))
    #expect(check([1, 1, 1], at: 3, count: 1) == .fault(3))
    #expect(check([1, 1, 1], at: 8, count: 1) == .fault(8))
    #expect(copy([0, 7, 0], at: 1, count: 3) == .fault(3))
    #expect(copy([0, 7, 0], at: 5, count: 3) == .fault(5))
  }

  @Test func `never writes`() {
    let bytes: [UInt8] = [1, 2, 3]
    func fault(_ change: (inout SpanMemory) throws(Fault) -> Void) -> Int? {
      var memory = unsafe SpanMemory(bytes.span.bytes)
      do throws(Fault) { try change(&memory) } catch { return error.offset }
      return nil
    }
    #expect(fault { memory throws(Fault) in try memory.putUser(0, at: 1, width: 1) } == 1)
    #expect(fault { memory throws(Fault) in try memory.clearUser(at: 2, count: 1) } == 2)
    #expect(fault { memory throws(Fault) in try memory.clearUser(at: 9, count: 0) } == nil)
    #expect(fault { m throws(Fault) in try m.copyToUser(at: 0, count: 1, from: RawSpan()) } == 0)
    #expect(fault { m throws(Fault) in try m.copyToUser(at: 0, count: 0, from: RawSpan()) } == nil)
    let memory = unsafe SpanMemory(bytes.span.bytes)
    let isNull = memory.isNull
    #expect(!isNull)
  }
}
