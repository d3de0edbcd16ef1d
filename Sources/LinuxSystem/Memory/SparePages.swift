import Synchronization

/// Pages between two pages that fault, kept for the next buffer of their length: to map and to protect them anew takes
/// longer than most calls that are made on them.
enum SparePages {
  /// Mappings by the number of their bytes, guard pages included.
  private static let spare = Mutex<[Int: [Mapping]]>([:])
  /// How many of a length are kept, and how long they may be.
  private static let (most, longest) = (4, 1 << 17)

  /// Pages of `inner` bytes that may be written, between two pages that fault; they hold anything.
  ///
  /// - Throws: ENOMEM if there is no room.
  static func take(_ inner: Int) throws(SystemError) -> Mapping {
    let page = Syscalls.pageSize
    if let kept = spare.withLock({ $0[inner + 2 * page]?.popLast() }) { return kept }
    let made = try Mapping(length: inner + 2 * page)
    try made.protect(0..<page, .none)
    try made.protect(page + inner..<inner + 2 * page, .none)
    return made
  }

  /// Keeps pages that ``take(_:)`` gave, and that may still be written; if there are enough of them, they go.
  static func keep(_ mapping: Mapping) {
    guard mapping.length <= longest else { return }
    spare.withLock { spare in
      guard spare[mapping.length, default: []].count < most else { return }
      spare[mapping.length, default: []].append(mapping)
    }
  }
}
