import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import TestSupport
import Testing

/// One access of paged memory, and what came of it.
func access<T>(_ memory: inout PagedMemory, _ body: (inout PagedMemory) throws(Fault) -> T) -> (
  value: T?, fault: Int?
) {
  do throws(Fault) { return (try body(&memory), nil) } catch { return (nil, error.offset) }
}

@Suite("Memory with pages")
struct PagedMemoryTests {
  //     0        4          8      12       16
  //     ├ 1 2 3 4 ┼ 5 6 7 8 ─┤ hole ├ read-only ┤
  private func memory(pointer: KernelCall.Pointer = .valid) -> PagedMemory {
    PagedMemory(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
      pages: [.init(12..<16, isWritable: false), .init(4..<8), .init(0..<4)], pointer: pointer)
  }

  @Test func `reads across a join, and stops at a hole`() {
    var memory = memory()
    #expect(access(&memory) { m throws(Fault) in try m.getUser(at: 2, width: 4) }.value == 0x0605_0403)
    #expect(access(&memory) { m throws(Fault) in try m.getUser(at: 4, width: 8) }.fault == 8)
    #expect(access(&memory) { m throws(Fault) in try m.getUser(at: 8, width: 1) }.fault == 8)
    #expect(access(&memory) { m throws(Fault) in try m.getUser(at: 11, width: 2) }.fault == 11)
    #expect(access(&memory) { m throws(Fault) in try m.getUser(at: 12, width: 4) }.value == 0x100f_0e0d)
    #expect(access(&memory) { m throws(Fault) in try m.getUser(at: 13, width: 4) }.fault == 16)
    #expect(access(&memory) { m throws(Fault) in try m.getUser(at: 99, width: 4) }.fault == 99)
  }

  @Test func `writes all of an integer, or nothing`() {
    var memory = memory()
    #expect(access(&memory) { m throws(Fault) in try m.putUser(0x1_0203_0405, at: 2, width: 4) }.fault == nil)
    #expect(Array(memory.bytes.prefix(8)) == [1, 2, 5, 4, 3, 2, 7, 8])
    for (at, width, fault) in [(6, 4, 8), (12, 4, 12), (10, 4, 10), (14, 8, 14)] {
      let before = memory.bytes
      #expect(access(&memory) { m throws(Fault) in try m.putUser(0, at: at, width: width) }.fault == fault)
      #expect(memory.bytes == before)
    }
  }

  @Test func `a copy that faults leaves what came before`() {
    var memory = memory()
    let kernel = [UInt8](repeating: 0x77, count: 16)
    #expect(
      access(&memory) { m throws(Fault) in
        try m.copyToUser(at: 6, count: 10, from: unsafe kernel.span.bytes)
      }.fault == 8)
    #expect(Array(memory.bytes.prefix(8)) == [1, 2, 3, 4, 5, 6, 0x77, 0x77])
    #expect(access(&memory) { m throws(Fault) in try m.clearUser(at: 3, count: 20) }.fault == 8)
    #expect(Array(memory.bytes.prefix(8)) == [1, 2, 3, 0, 0, 0, 0, 0])
    #expect(access(&memory) { m throws(Fault) in try m.clearUser(at: 12, count: 1) }.fault == 12)
    #expect(Array(memory.bytes.suffix(4)) == [13, 14, 15, 16])
  }

  @Test func `a copy in, as far as it goes`() {
    var memory = memory()
    var kernel = [UInt8](repeating: 0xaa, count: 16)
    do {
      var span = kernel.mutableSpan
      var bytes = unsafe span.mutableBytes
      #expect(throws: Fault(at: 8)) { try memory.copyFromUser(at: 6, count: 4, into: &bytes) }
    }
    #expect(Array(kernel[5..<9]) == [0xaa, 7, 8, 0xaa])
  }

  @Test func `zeroed memory is walked upward`() {
    var memory = PagedMemory([0, 0, 0, 9, 0, 0], pages: [.init(0..<6), .init(8..<12)])
    func check(_ at: Int, _ count: Int) -> (value: Int??, fault: Int?) {
      access(&memory) { m throws(Fault) in try m.checkZeroedUser(at: at, count: count) }
    }
    #expect(check(0, 3) == (.some(nil), nil) && check(0, 4) == (3, nil))
    // A set byte before the unmapped one is found; only zeros before it are a fault.
    #expect(check(2, 9) == (3, nil))
    #expect(check(4, 9).fault == 6 && check(6, 1).fault == 6)
    #expect(check(8, 4) == (.some(nil), nil) && check(8, 5).fault == 12)
  }

  @Test func `an access of nothing succeeds anywhere`() {
    for pointer in KernelCall.Pointer.allCases {
      var memory = memory(pointer: pointer)
      #expect(access(&memory) { m throws(Fault) in try m.clearUser(at: 9, count: 0) }.fault == nil)
      #expect(access(&memory) { m throws(Fault) in try m.checkZeroedUser(at: 99, count: 0) }.fault == nil)
      #expect(
        access(&memory) { m throws(Fault) in try m.copyToUser(at: 9, count: 0, from: RawSpan()) }.fault == nil
      )
    }
  }

  @Test(arguments: [KernelCall.Pointer.null, .kernel])
  func `a pointer that leads nowhere`(pointer: KernelCall.Pointer) {
    var memory = memory(pointer: pointer)
    #expect(memory.isNull == (pointer == .null) && memory.pages.isEmpty)
    #expect(access(&memory) { m throws(Fault) in try m.getUser(at: 4, width: 4) }.fault == 4)
    #expect(access(&memory) { m throws(Fault) in try m.putUser(1, at: 0, width: 1) }.fault == 0)
    #expect(access(&memory) { m throws(Fault) in try m.checkZeroedUser(at: 12, count: 2) }.fault == 12)
  }

  @Test func `pages that make no sense are left out`() {
    let memory = PagedMemory(
      [1, 2, 3], pages: [.init(4..<4), .init(-2..<1), .init(0..<4), .init(2..<9), .init(6..<8)])
    #expect(memory.pages == [.init(0..<4), .init(6..<8)])
    #expect(memory.bytes == [1, 2, 3, 0, 0, 0, 0, 0])
    #expect(PagedMemory([1, 2], pages: []).bytes == [])
  }

  @Test func `the memory of a call`() {
    let cut = PagedMemory(KernelCall.Memory([1, 2, 3, 4], mapped: 2))
    #expect(cut.bytes == [1, 2] && cut.pages == [.init(0..<2)])
    let long = PagedMemory(KernelCall.Memory([1, 2], mapped: 4, isWritable: false))
    #expect(long.bytes == [1, 2, 0, 0] && long.pages == [.init(0..<4, isWritable: false)])
    #expect(PagedMemory(KernelCall.Memory([1, 2], mapped: -1)).pages.isEmpty)
    #expect(KernelCall.Memory([1, 2, 3], mapped: 2).content == [1, 2])
    #expect(
      KernelCall.Memory([1, 2], mapped: 4).content == [1, 2, 0, 0] && KernelCall.Memory([1]).content == [1])
  }

  @Test func `accesses are recorded, unless they are not`() {
    var memory = memory()
    let bytes: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0]
    _ = access(&memory) { m throws(Fault) in try m.getUser(at: 2, width: 4) }
    _ = access(&memory) { m throws(Fault) in try m.putUser(0, at: 99, width: 2) }
    _ = access(&memory) { m throws(Fault) in try m.copyToUser(at: 0, count: 3, from: unsafe bytes.span.bytes)
    }
    _ = access(&memory) { m throws(Fault) in try m.clearUser(at: 1, count: 5) }
    _ = access(&memory) { m throws(Fault) in try m.checkZeroedUser(at: 7, count: 6) }
    #expect(
      memory.accesses == [
        Access(.getUser, offset: 2, count: 4), Access(.putUser, offset: 99, count: 2),
        Access(.copyToUser, offset: 0, count: 3), Access(.clearUser, offset: 1, count: 5),
        Access(.checkZeroedUser, offset: 7, count: 6),
      ])
    memory.isRecording = false
    _ = access(&memory) { m throws(Fault) in try m.getUser(at: 0, width: 1) }
    #expect(memory.accesses.count == 5)
  }
}
