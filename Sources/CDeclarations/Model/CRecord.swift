/// A C struct or union that has a name.
public struct CRecord: Hashable, Sendable {
  /// Its tag, or its typedef's name.
  public var name: String
  /// The header that declares it, as it is included: `linux/openat2.h`; nil where that is not known, as in BTF.
  public var header: String?
  /// How each ABI lays it out, by the ABI's name. An ABI that has no such struct is left out.
  public var layouts: [String: CLayout]

  /// Makes a record.
  public init(_ name: String, header: String? = nil, layouts: [String: CLayout]) {
    self.name = name
    self.header = header
    self.layouts = layouts
  }
}

/// Where the members of a struct or union are, in one ABI.
public struct CLayout: Hashable, Sendable {
  /// Whether all members begin at its first byte.
  public var isUnion: Bool
  /// What `sizeof` is, in bytes.
  public var size: Int
  /// What `_Alignof` is, in bytes.
  public var alignment: Int
  /// The members as they are declared, those without a name among them.
  public var members: [CMember]

  /// Makes a layout.
  public init(isUnion: Bool = false, size: Int, alignment: Int, members: [CMember]) {
    self.isUnion = isUnion
    self.size = size
    self.alignment = alignment
    self.members = members
  }
}

/// A member of a struct or union, and where it is.
public struct CMember: Hashable, Sendable {
  /// Its name; empty for an anonymous struct or union and for an unnamed bit-field.
  public var name: String
  /// Its bits, counted from the start of the record that declares it; whole bytes unless it is a bit-field. Empty for a
  /// flexible array.
  ///
  /// A bit-field's are counted as the ABI does: from the least significant bit of a little-endian byte, from the most
  /// significant one of a big-endian byte.
  public var bits: Range<Int>
  /// Whether it is a bit-field.
  public var isBitField: Bool
  /// What it is.
  public var type: CType

  /// Makes a member at a byte offset, as long as its type.
  public init(_ name: String, at offset: Int, _ type: CType) {
    self.init(name, bits: 8 * offset..<8 * (offset + type.size), isBitField: false, type)
  }

  /// Makes a member of any bits.
  public init(_ name: String, bits: Range<Int>, isBitField: Bool, _ type: CType) {
    self.name = name
    self.bits = bits
    self.isBitField = isBitField
    self.type = type
  }

  /// The byte that it begins in, from the start of the record that declares it.
  public var offset: Int { bits.lowerBound / 8 }
  /// How many bytes hold bits of it.
  public var size: Int { (bits.upperBound + 7) / 8 - offset }
}
