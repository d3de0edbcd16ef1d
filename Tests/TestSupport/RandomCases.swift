import Foundation

/// The SplitMix64 generator: a seed gives the same numbers everywhere.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// True once in `count` times.
  public mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  /// One of the elements, which must not be none.
  public mutating func pick<T>(_ elements: [T]) -> T {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// As many bytes, each of them zero as often as not.
  public mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      let bits = next()
      return bits & 0x100 == 0 ? 0 : UInt8(bits & 0xff)
    }
  }
}

/// A random case in which two answers differ, and how to see it again.
public struct Counterexample: Equatable, Sendable, CustomStringConvertible {
  /// The seed of the run.
  public var seed: UInt64
  /// Which case of the run.
  public var index: Int
  /// What differs.
  public var difference: String

  /// The seed first.
  public var description: String { "EXTSTRUCT_SEED=\(seed) case \(index): \(difference)" }
}

/// Cases made from a seed: that of the environment variable `EXTSTRUCT_SEED`, or a new one each run.
public enum RandomCases {
  /// The seed of this run.
  public static let seed: UInt64 =
    ProcessInfo.processInfo.environment["EXTSTRUCT_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...(.max))

  /// The first case whose check says what differs, or nil if none does; a test expects nil.
  ///
  /// Every case has a generator of its own, so that one can be repeated without those in front of it.
  public static func counterexample(
    _ count: Int, seed: UInt64 = RandomCases.seed, _ check: (inout SeededGenerator) throws -> String?
  ) rethrows -> Counterexample? {
    for index in 0..<count {
      var generator = SeededGenerator(seed: seed &+ UInt64(index) &* 0xd134_2543_de82_ef95)
      if let difference = try check(&generator) {
        return Counterexample(seed: seed, index: index, difference: difference)
      }
    }
    return nil
  }
}
