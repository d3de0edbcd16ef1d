import ExtensibleStructs
import TestSupport
import Testing

@Suite("Whether bytes lie inside a span")
struct BoundsTests {
  /// Numbers around which a sum or a comparison of machine words goes wrong.
  private static let edges: [Int] = [
    0, 1, 2, 7, 8, 9, 1 << 31, 1 << 32, 1 << 62, .max - 8, .max - 1, .max, .min, .min + 1, .min + 8, -9, -8,
    -7,
    -2, -1,
  ]

  /// What is meant, in numbers that do not wrap.
  private static func fits(_ count: Int, at: Int, in have: Int) -> Bool {
    0 <= at && 0 <= count && Int128(at) + Int128(count) <= Int128(have)
  }

  /// What a span of that many bytes says; none of them is looked at.
  private static func spanHolds(_ count: Int, at: Int, in have: Int) -> (isHeld: Bool, isHeldMutable: Bool) {
    var byte: UInt8 = 0
    return unsafe withUnsafeMutableBytes(of: &byte) { bytes in
      let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(bytes.baseAddress!), byteCount: have)
      let mutable = unsafe MutableRawSpan(_unsafeStart: bytes.baseAddress!, byteCount: have)
      return (span.holds(count, at: at), mutable.holds(count, at: at))
    }
  }

  private static func check(_ count: Int, at: Int, in have: Int) -> String? {
    let (got, mutable) = spanHolds(count, at: at, in: have)
    let expected = fits(count, at: at, in: have)
    guard got != expected || mutable != expected else { return nil }
    return "\(count) bytes at \(at) of \(have): \(got) and \(mutable), expected \(expected)"
  }

  @Test func `at every edge`() {
    for have in Self.edges where have >= 0 {
      for at in Self.edges + [have, have - 1, have &+ 1] {
        for count in Self.edges + [have, have &- at, have &- at &+ 1, have &- at &- 1, 0 &- at] {
          if let difference = Self.check(count, at: at, in: have) { Issue.record("\(difference)") }
        }
      }
    }
  }

  @Test func `anywhere`() {
    let found = RandomCases.counterexample(100_000) { generator in
      func number() -> Int {
        let bits = Int(truncatingIfNeeded: generator.next())
        return bits >> Int.random(in: 0..<64, using: &generator)
      }
      let (have, at) = (number(), number())
      let near = Int.random(in: -2...2, using: &generator)
      let count = generator.oneIn(2) ? number() : have &- at &+ near
      return have < 0 ? nil : Self.check(count, at: at, in: have)
    }
    #expect(found == nil)
  }
}
