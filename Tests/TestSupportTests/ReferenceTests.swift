import TestSupport
import Testing

@Suite("The reference of the size rule, by hand-made values")
struct ReferenceTests {
  static let user = NaiveMemory([1, 2, 3, 4, 0, 0, 7, 0])

  @Test func `a shorter struct is extended with zeros`() {
    #expect(Reference.copyStructFromUser(Self.user, ksize: 5, usize: 3) == .copied([1, 2, 3, 0, 0]))
    #expect(Reference.copyStructFromUser(Self.user, ksize: 2, usize: 0) == .copied([0, 0]))
  }

  @Test func `a longer struct has a tail of zeros`() {
    #expect(Reference.copyStructFromUser(Self.user, ksize: 4, usize: 6) == .copied([1, 2, 3, 4]))
    #expect(Reference.copyStructFromUser(Self.user, ksize: 4, usize: 7) == .failed(errno: 7, at: 6))
    #expect(Reference.copyStructFromUser(Self.user, ksize: 7, usize: 9) == .failed(errno: 14, at: 8))
  }

  @Test func `the tail comes before the head`() {
    let memory = NaiveMemory([.unmapped, .readWrite(1), .readWrite(0), .readWrite(9)])
    #expect(Reference.copyStructFromUser(memory, ksize: 2, usize: 4) == .failed(errno: 7, at: 3))
    #expect(Reference.copyStructFromUser(memory, ksize: 2, usize: 3) == .failed(errno: 14, at: 0))
    #expect(Reference.copyStructFromUser(memory, ksize: 2, usize: 5) == .failed(errno: 7, at: 3))
  }

  @Test func `zeroed memory is walked upward`() {
    let memory = NaiveMemory([.readOnly(0), .readWrite(0), .unmapped, .readWrite(5)])
    #expect(Reference.checkZeroedUser(memory, from: 0, count: 2) == .all)
    #expect(Reference.checkZeroedUser(memory, from: 0, count: 4) == .fault(at: 2))
    #expect(Reference.checkZeroedUser(memory, from: 3, count: 9) == .nonZero(at: 3))
    #expect(Reference.checkZeroedUser(memory, from: 70, count: 0) == .all)
  }

  @Test func `handing out clears the tail first`() {
    let longer = Reference.copyStructToUser([8, 9], NaiveMemory([1, 2, 3, 4]), usize: 4)
    #expect(longer.memory.bytes == [8, 9, 0, 0] && longer.fault == nil && !longer.ignoredTrailing)
    let left = Reference.copyStructToUser([8, 9], NaiveMemory([1, 2, 3, 4]), usize: 4, clearingTail: false)
    #expect(left.memory.bytes == [8, 9, 3, 4])
    let shorter = Reference.copyStructToUser([8, 9], NaiveMemory([1, 2, 3, 4]), usize: 1)
    #expect(shorter.memory.bytes == [8, 2, 3, 4] && shorter.ignoredTrailing)
    let gap = Reference.copyStructToUser(
      [8, 9], NaiveMemory([.readOnly(1), .readWrite(2), .readWrite(3), .unmapped]), usize: 4)
    #expect(gap.memory.bytes == [1, 2, 0, 0] && gap.fault == 3)
  }

  @Test func `integers are little-endian`() {
    #expect(NaiveMemory([1, 2, 3, 4]).integer(at: 1, width: 2) == 0x0302)
    #expect(NaiveMemory([0, 0, 0, 0, 0, 0, 0, 0x80]).integer(at: 0, width: 8) == 1 << 63)
    #expect(NaiveMemory([1, 2]).integer(at: 1, width: 2) == nil)
  }
}
