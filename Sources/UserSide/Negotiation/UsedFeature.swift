public import ExtensibleStructs

/// Something that a program uses and that not every kernel knows: an extension of the struct, flags, or bits of a member.
public struct UsedFeature: Hashable, Sendable {
  /// The index of the version that brought it; nil for flags and bits of members that were there from the start.
  public var version: Int?
  /// The members that the program set; for flags and bits, the member that holds them.
  public var members: [Field]
  /// The bits: those of ``members`` for bits of a member, else those of the flags member that open the extension or are
  /// the feature.
  public var bits: UInt64
  /// The C names of the bits, where they are known.
  public var names: [String]
  /// Whether the program goes on without it where the kernel lacks it.
  public var isDroppable: Bool

  /// The bytes of the struct from the first member to the last.
  public var range: Range<Int> {
    guard let first = members.first, let last = members.last else { return 0..<0 }
    return first.offset..<last.range.upperBound
  }
}

extension UsedFeature: CustomStringConvertible {
  /// Such as `set_tid, set_tid_size (bytes 64-79)` or `0x2000 in handled_access_fs`.
  public var description: String {
    let list = members.map(\.name).joined(separator: ", ")
    guard version != nil else {
      let bits = names.isEmpty ? "0x" + String(bits, radix: 16) : names.joined(separator: ", ")
      return "\(bits) in \(list)"
    }
    return "\(list) (bytes \(range.lowerBound)-\(range.upperBound - 1))"
  }
}

/// What a program can do without: where the kernel lacks it, it is left out, and ``Agreement/dropped`` lists it.
public struct Droppable: Hashable, Sendable {
  /// The member's C name; nil for the flags member.
  public var member: String?
  /// The bits; nil for the whole member.
  public var bits: UInt64?

  /// A member of an extension, with the flag that opens it.
  public static func member(_ name: String) -> Droppable { Droppable(member: name) }

  /// Flags; those that open an extension go with its members.
  public static func flags(_ bits: UInt64) -> Droppable { Droppable(bits: bits) }

  /// Bits of a member, such as RESOLVE_CACHED of `resolve`.
  public static func bits(_ bits: UInt64, of member: String) -> Droppable {
    Droppable(member: member, bits: bits)
  }
}
