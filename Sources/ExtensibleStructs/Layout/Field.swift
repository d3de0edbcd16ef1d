/// One member of a struct: its C name, and which bytes it is.
public struct Field: Hashable, Sendable {
  /// The member's C name, such as `guest_memfd_offset`; `region.slot` for a member of an embedded struct.
  public var name: String

  /// Where the member begins, in bytes from the start of the struct.
  public var offset: Int

  /// The member's length in bytes; all elements, for an array.
  public var size: Int

  /// What the member's offset must be a multiple of, in bytes, on every caller: the size of one element.
  public var alignment: Int

  /// Whether the member is a reserved word or explicit pad, which carries no meaning yet.
  public var isReserved: Bool

  /// Makes a member. Nothing is checked here: that is the work of ``Layout`` and ``History``.
  public init(_ name: String, offset: Int, size: Int, alignment: Int? = nil, isReserved: Bool = false) {
    self.name = name
    self.offset = offset
    self.size = size
    self.alignment = alignment ?? size
    self.isReserved = isReserved
  }

  /// The bytes of the member: `[offset, offset + size)`; none for a size below zero, or an end that no `Int` can say.
  @inlinable
  public var range: Range<Int> {
    let (end, overflows) = offset.addingReportingOverflow(size)
    return overflows || end < offset ? offset..<offset : offset..<end
  }
}
