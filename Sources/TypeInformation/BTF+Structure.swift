extension BTF {
  /// A C struct or union: its size and its members with their places.
  ///
  /// The corresponding C names are `BTF_KIND_STRUCT` and `BTF_KIND_UNION` (Documentation/bpf/btf.rst).
  public struct Structure: Hashable, Sendable {
    /// The tag name, as `sched_attr`; for a struct without one that a typedef names, the typedef's.
    public var name: String
    /// The id of the type, from 1.
    public var typeID: UInt32
    /// Whether it is a union.
    public var isUnion: Bool
    /// The size in bytes, padding at the end included. The corresponding C field is `size` of `struct btf_type`.
    public var size: Int
    /// The members at every depth that are not structs or unions themselves, in the order of their declaration.
    ///
    /// A member of a member is named by its path, as `inner.b`; a member without a name adds nothing to the path, as
    /// in C. A struct in an array is not unfolded, nor is one without members that has a size.
    public var members: [Member]
    /// The members as declared, structs and unions among them. One without a name is named by the empty string.
    public var topLevelMembers: [Member]
    /// The texts of `__attribute__((btf_decl_tag("...")))` on the struct and on the typedef it was found by.
    ///
    /// The corresponding C name is `BTF_KIND_DECL_TAG`, with a `component_idx` of -1.
    public var tags: [String]

    /// Whether it, or a struct or union within it, ends in a flexible array.
    public var hasFlexibleArray: Bool { members.contains { $0.isFlexibleArray } }

    /// The member with this path, such as `inner.b`, or else the top-level member with this name.
    ///
    /// - Complexity: linear in the number of members.
    public func member(named path: String) -> Member? {
      members.first { $0.name == path } ?? topLevelMembers.first { $0.name == path }
    }
  }
}
