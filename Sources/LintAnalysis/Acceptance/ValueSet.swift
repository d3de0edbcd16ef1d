import ExtensibleStructs

/// The values that a member may still have: some bits are decided, and the value lies in a range.
struct ValueSet {
  private var ones: UInt64 = 0
  private var zeros: UInt64
  private var low: UInt64 = 0
  private var high: UInt64

  /// Every value of a member of so many bytes.
  init(width: Int) {
    high = width >= 8 ? .max : (1 << UInt64(8 * width)) - 1
    zeros = ~high
  }

  /// The values of this set that meet a demand, as sets of which any may be chosen.
  func meeting(_ demand: MemberRule.Demand) -> [ValueSet] {
    var set = self
    switch demand {
    case .noneOf(let bits): set.zeros |= bits
    case .allOf(let bits): set.ones |= bits
    case .anyOf(let bits):
      return (0..<64).map { UInt64(1) << $0 }.filter { bits & $0 != 0 }.flatMap { meeting(.allOf($0)) }
    case .powerOfTwo:
      return (0..<64).map { UInt64(1) << $0 }.flatMap { bit in
        meeting(.allOf(bit)).flatMap { $0.meeting(.noneOf(~bit)) }
      }
    case .within(let range):
      set.low = max(low, range.lowerBound)
      set.high = min(high, range.upperBound)
    }
    return [set]
  }

  /// The least of the values; nil if there is none.
  var least: UInt64? {
    guard ones & zeros == 0, low <= high else { return nil }
    if low & ones == ones, low & zeros == 0 { return low }
    // A greater value is equal to `low` above some bit, has that bit where `low` does not, and is free below it.
    for bit in (0..<64).map({ UInt64(1) << $0 }) where low & bit == 0 && zeros & bit == 0 {
      let below = bit - 1
      let head = low & ~(bit | below)
      guard head & zeros == 0, ones & ~(bit | below) & ~head == 0 else { continue }
      let value = head | bit | ones & below
      return value <= high ? value : nil
    }
    return nil
  }
}
