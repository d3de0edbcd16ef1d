import Synchronization

/// Pages between two pages that fault, kept for the next buffer of their length: to map and to protect them anew takes
/// longer than most calls that are made on them.
enum SparePages {
  /// What mappings are alike in: the number of their bytes, guard pages included, and whether they lie below 4 GiB.
  private struct Kind: Hashable {
    var length: Int
    var isLow: Bool
  }

  private static let spare = Mutex<[Kind: [Mapping]]>([:])
  /// How many of a length are kept, and how long they may be.
  private static let (most, longest) = (4, 1 << 17)

  /// Pages of `inner` bytes that may be written, between two pages that fault; they hold anything.
  ///
  /// - Throws: ENOMEM if there is no room.
  static func take(_ inner: Int, isLow: Bool) throws(SystemError) -> Mapping {
    let page = Syscalls.pageSize
    let kind = Kind(length: inner + 2 * page, isLow: isLow)
    if let kept = spare.withLock({ $0[kind]?.popLast() }) { return kept }
    let made = try Mapping(length: kind.length, isLow: isLow)
    try made.protect(0..<page, .none)
    try made.protect(page + inner..<inner + 2 * page, .none)
    return made
  }

  /// Keeps pages that ``take(_:isLow:)`` gave, and that may still be written; if there are enough of them, they go.
  static func keep(_ mapping: Mapping) {
    guard mapping.length <= longest else { return }
    let kind = Kind(length: mapping.length, isLow: mapping.isLow)
    spare.withLock { spare in
      guard spare[kind, default: []].count < most else { return }
      spare[kind, default: []].append(mapping)
    }
  }
}
