/// One store of the second thread into the user's struct.
package struct UserStore: Hashable, Sendable {
  /// The first byte, from the start of the struct.
  package var offset: Int
  /// How many bytes are stored: 1, 2, 4 or 8, in one piece.
  package var width: Int
  /// The new value, or the bits to flip.
  package var value: UInt64
  /// Whether the bits of `value` are flipped in what memory holds; otherwise `value` replaces it.
  package var isFlip: Bool

  /// A store of `value`.
  package static func set(_ value: UInt64, at offset: Int, width: Int) -> UserStore {
    UserStore(offset: offset, width: width, value: value, isFlip: false)
  }

  /// A store of what memory holds with some bits flipped; made twice, it puts everything back.
  package static func flip(_ bits: UInt64, at offset: Int, width: Int) -> UserStore {
    UserStore(offset: offset, width: width, value: bits, isFlip: true)
  }

  /// The bytes that are stored.
  package var range: Range<Int> { offset..<offset + width }

  /// Makes the store in memory, as far as it reaches.
  ///
  /// - Returns: whether that changed a byte.
  @discardableResult
  func apply(to memory: inout [UInt8]) -> Bool {
    var isChange = false
    var index = 0
    while index < width, offset + index < memory.count {
      let old = memory[offset + index]
      let byte = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
      let new = isFlip ? old ^ byte : byte
      if new != old {
        memory[offset + index] = new
        isChange = true
      }
      index += 1
    }
    return isChange
  }
}
