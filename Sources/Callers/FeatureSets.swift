/// Which subsets of the extensions that a user knows are tried.
package enum FeatureSets: String, Hashable, Sendable {
  /// Every subset.
  case every = "every subset"
  /// None, each alone, each with all in front of it, and all but each.
  case sampled = "none, each alone, each with all older ones, all but each"

  /// The most extensions for which every subset is tried.
  package static let exhaustiveLimit = 12

  /// The rule for a history with this many extensions.
  package init(extensions count: Int) { self = count <= FeatureSets.exhaustiveLimit ? .every : .sampled }

  /// The subsets of the first `count` extensions, as bits, the smallest first. At most 63 extensions count.
  package func subsets(of count: Int) -> [UInt64] {
    let count = min(count, 63)
    let all = (UInt64(1) << UInt64(count)) - 1
    guard self == .sampled else { return Array(0...all) }
    var sets: Set<UInt64> = [0]
    for index in 0..<UInt64(count) {
      sets.formUnion([1 << index, (1 << (index + 1)) - 1, all & ~(1 << index)])
    }
    return sets.sorted()
  }
}
