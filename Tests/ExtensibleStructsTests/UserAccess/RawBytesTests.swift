import ExtensibleStructs
import TestSupport
import Testing

@Suite("Raw bytes")
struct RawBytesTests {
  private func firstNonZero(_ bytes: [UInt8], at: Int, count: Int) -> Int? {
    unsafe bytes.span.bytes.firstNonZero(at: at, count: count)
  }

  private func integer(_ bytes: [UInt8], at: Int, width: Int) -> UInt64? {
    unsafe bytes.span.bytes.integer(at: at, width: width)
  }

  private func isZero(_ bytes: [UInt8], at: Int, count: Int) -> Bool {
    unsafe bytes.span.bytes.isZero(at: at, count: count)
  }

  /// The scan takes other steps for other lengths: every length, and a set byte at each place of it.
  @Test(arguments: 0...300)
  func `the first byte that is not zero, wherever it is`(count: Int) {
    for start in [0, 1, 7] {
      var bytes = [UInt8](repeating: 0, count: start + count + 1)
      // Set bytes just outside of the range are nobody's business.
      if start > 0 { bytes[start - 1] = 1 }
      bytes[start + count] = 1
      #expect(firstNonZero(bytes, at: start, count: count) == nil)
      #expect(isZero(bytes, at: start, count: count))
      for at in start..<(start + count) {
        bytes[at] = at.isMultiple(of: 2) ? 0x80 : 1
        if firstNonZero(bytes, at: start, count: count) != at || isZero(bytes, at: start, count: count) {
          Issue.record("byte \(at) of \(count) from \(start) was not found")
        }
        bytes[at] = 0
      }
    }
  }

  @Test func `on random bytes`() {
    let found = RandomCases.counterexample(20_000) { generator in
      var bytes = [UInt8](repeating: 0, count: 320)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        bytes[Int.random(in: 0..<320, using: &generator)] = 1 << UInt8.random(in: 0...7, using: &generator)
      }
      let at = Int.random(in: 0...320, using: &generator)
      let count = Int.random(in: 0...(320 - at), using: &generator)
      let expected = bytes[at..<(at + count)].firstIndex { $0 != 0 }
      let got = firstNonZero(bytes, at: at, count: count)
      if got == expected, isZero(bytes, at: at, count: count) == (expected == nil) { return nil }
      return "\(count) bytes from \(at): \(String(describing: got)), not \(String(describing: expected))"
    }
    #expect(found == nil)
  }

  @Test func `of two the first`() {
    var bytes = [UInt8](repeating: 0, count: 150)
    for second in [149, 100, 70, 66] {
      bytes[second] = 1
      bytes[65] = 1
      #expect(firstNonZero(bytes, at: 0, count: 150) == 65)
    }
  }

  @Test(arguments: [(-1, 2), (0, -1), (3, 2), (5, 0), (4, 1), (0, 5), (2, .max), (.max, 1), (.max, .max)])
  func `what lies outside`(at: Int, count: Int) {
    #expect(firstNonZero([1, 1, 1, 1], at: at, count: count) == nil)
    #expect(isZero([1, 1, 1, 1], at: at, count: count))
    let bytes: [UInt8] = [1, 1, 1, 1]
    #expect(!(unsafe bytes.span.bytes.holds(count, at: at)))
    var target: [UInt8] = [1, 1, 1, 1]
    var span = target.mutableSpan
    var mutable = unsafe span.mutableBytes
    let isHeld = mutable.holds(count, at: at)
    let isZeroed = mutable.zero(count, at: at)
    let isCopied = mutable.copy(count, of: unsafe bytes.span.bytes, from: 0, to: at)
    let isCopiedFrom = mutable.copy(count, of: unsafe bytes.span.bytes, from: at, to: 0)
    #expect(!isHeld && !isZeroed && !isCopied && !isCopiedFrom)
    #expect(target == [1, 1, 1, 1])
  }

  @Test func `integers`() {
    let bytes: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 7, 0xf8]
    #expect(integer(bytes, at: 8, width: 1) == 0xf8)
    #expect(integer(bytes, at: 1, width: 2) == 0x0201)
    #expect(integer(bytes, at: 5, width: 4) == 0xf807_0605)
    #expect(integer(bytes, at: 1, width: 8) == 0xf807_0605_0403_0201)
    for width in [0, 3, 5, 16, -1] { #expect(integer(bytes, at: 0, width: width) == nil) }
    for (at, width) in [(9, 1), (8, 2), (6, 4), (2, 8), (-1, 1), (.max, 8)] {
      #expect(integer(bytes, at: at, width: width) == nil)
    }
  }

  @Test func `stores, copies and zeroes, and nothing beside`() {
    func change(_ change: (inout MutableRawSpan) -> Bool) -> ([UInt8], Bool) {
      var target = [UInt8](repeating: 0xee, count: 9)
      var span = target.mutableSpan
      var bytes = unsafe span.mutableBytes
      let result = change(&bytes)
      return (target, result)
    }
    for width in [1, 2, 4, 8] {
      let (bytes, isDone) = change { $0.store(0x8877_6655_4433_2211, at: 1, width: width) }
      let written = (1...8).map { $0 <= width ? UInt8($0 * 0x11) : 0xee }
      #expect(isDone && bytes == [0xee] + written)
    }
    for (at, width) in [(9, 1), (8, 2), (2, 8), (0, 3), (0, 0), (-1, 1)] {
      #expect(change { $0.store(1, at: at, width: width) } == ([UInt8](repeating: 0xee, count: 9), false))
    }
    #expect(change { $0.zero(3, at: 6) } == ([UInt8](repeating: 0xee, count: 6) + [0, 0, 0], true))
    #expect(change { $0.zero(0, at: 9) }.1)
    let source: [UInt8] = [1, 2, 3, 4]
    let copied = change { $0.copy(3, of: unsafe source.span.bytes, from: 1, to: 6) }
    #expect(copied == ([UInt8](repeating: 0xee, count: 6) + [2, 3, 4], true))
    #expect(change { $0.copy(4, of: unsafe source.span.bytes, from: 1, to: 0) }.1 == false)
  }
}
