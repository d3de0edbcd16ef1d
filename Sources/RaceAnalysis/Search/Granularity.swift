/// Where the writes of a second thread can land while the kernel copies.
///
/// Between two fetches a write can always land. A `get_user` reads its integer in one piece.
public enum RaceGranularity: String, Hashable, Sendable, CaseIterable {
  /// Inside a copy only where a page ends, as a page fault can show on any machine. The struct is laid so
  /// that a page ends in front of every fourth of its bytes in turn, and so that none ends inside it.
  case page
  /// Also at every multiple of 8 bytes from the start of the struct.
  case word
  /// Also at every byte: stricter than hardware.
  case byte
}

/// The pieces in which a copy reads memory.
struct Grain: Hashable, Sendable {
  private let mask: Int
  /// Where a page ends, in bytes from the start of the struct; nil for words and bytes.
  let pageEnd: Int?

  static let byte = Grain(mask: 0, pageEnd: nil)
  static let word = Grain(mask: 7, pageEnd: nil)

  /// Pages, of which one ends in front of the byte `end`; none ends inside the struct for `Int.max`.
  static func page(endingAt end: Int) -> Grain { Grain(mask: 0, pageEnd: end) }

  /// The offset behind the piece that holds the byte at `offset`.
  @inline(__always)
  func end(of offset: Int) -> Int {
    guard let pageEnd else { return (offset | mask) + 1 }
    return offset < pageEnd ? pageEnd : .max
  }

  /// Every way to cut memory of which `length` bytes matter.
  static func all(_ granularity: RaceGranularity, length: Int) -> [Grain] {
    switch granularity {
    case .byte: [.byte]
    case .word: [.word]
    case .page: [.page(endingAt: .max)] + stride(from: 4, to: length, by: 4).map { .page(endingAt: $0) }
    }
  }
}
