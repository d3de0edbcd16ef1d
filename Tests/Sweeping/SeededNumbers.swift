/// The SplitMix64 generator: a seed gives the same numbers everywhere.
package struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at a seed.
  package init(seed: UInt64) { state = seed }

  /// Starts at a seed, with other numbers for each name, so that an interface has its own whatever others there are.
  package init(seed: UInt64, _ name: String) {
    state = name.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// One of the elements; nil if there is none.
  package mutating func pick<T>(_ elements: [T]) -> T? { elements.randomElement(using: &self) }

  /// A number from 0 on, below `end`.
  package mutating func below(_ end: Int) -> Int { Int.random(in: 0..<max(1, end), using: &self) }
}
