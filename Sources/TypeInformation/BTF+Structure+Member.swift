extension BTF.Structure {
  /// A member and its place.
  ///
  /// The corresponding C struct is `struct btf_member` (Documentation/bpf/btf.rst, "BTF_KIND_STRUCT").
  public struct Member: Hashable, Sendable {
    /// The name, or the path from the outermost struct, as `inner.b`.
    public var name: String
    /// The byte at which it starts; for a bit-field, the byte that has its first bit.
    public var offset: Int
    /// The number of bytes; for a bit-field, of those that have a bit of it, not of its declared type.
    public var size: Int
    /// The bits of a bit-field, counted from the start of the outermost struct; nil for any other member.
    ///
    /// The corresponding C macros are `BTF_MEMBER_BIT_OFFSET` and `BTF_MEMBER_BITFIELD_SIZE`.
    public var bits: Range<Int>?
    /// What it is, with typedefs and qualifiers resolved.
    public var kind: Kind
    /// The texts of `btf_decl_tag` on it, after those on the members that it is part of.
    ///
    /// The corresponding C struct is `struct btf_decl_tag`.
    public var tags: [String]
    /// Whether it, or a member it is part of, shares its bytes with others in a union.
    public var isOverlapping: Bool
    /// Whether it is an array of no elements at the end of its struct, or one in a union.
    public var isFlexibleArray: Bool

    /// The bytes of it.
    public var range: Range<Int> { offset..<offset + size }
  }
}

extension BTF.Structure {
  /// What a member is.
  public indirect enum Kind: Hashable, Sendable {
    /// An integer without a sign. The corresponding C name is `BTF_KIND_INT`.
    case unsigned
    /// An integer with a sign; `char` too, where the compiler says so. The corresponding C name is `BTF_INT_SIGNED`.
    case signed
    /// A `_Bool`. The corresponding C name is `BTF_INT_BOOL`.
    case boolean
    /// A floating-point number. The corresponding C name is `BTF_KIND_FLOAT`.
    case float
    /// An enum, by its name or the empty string. The corresponding C names are `BTF_KIND_ENUM` and `_ENUM64`.
    case enumeration(String, isSigned: Bool)
    /// A pointer, to anything. The corresponding C name is `BTF_KIND_PTR`.
    case pointer
    /// An array; one of several dimensions is an array of arrays. The corresponding C struct is `struct btf_array`.
    case array(of: Kind, elementSize: Int, count: Int)
    /// A struct, by its name or the empty string. The corresponding C name is `BTF_KIND_STRUCT`.
    case structure(String)
    /// A union, by its name or the empty string. The corresponding C name is `BTF_KIND_UNION`.
    case union(String)
  }
}
