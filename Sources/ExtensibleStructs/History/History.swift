/// A struct and how it grew: the one declaration from which everything else is derived.
///
///     0                               32                       48
///     ├─ VER0 ────────────────────────┤
///     ├─ VER1 ────────────────────────┼─ gate: flags bit 2 ────┤
///
/// Members behind the newest version are pad that is already part of the struct's size, as in
/// `kvm_userspace_memory_region2`.
public struct History: Hashable, Sendable {
  /// The newest layout. An older version is a prefix of it.
  public let layout: Layout

  /// The published versions, from the first, by rising size.
  public let versions: [Version]

  /// The flags member, if the struct has one.
  public let flags: FlagsField?

  /// The member that holds the caller's `sizeof`, if the struct has one.
  public let sizeMember: Field?

  /// The struct's C name.
  public var name: String { layout.name }

  /// Declares a history, and checks it as the review of a UAPI patch would.
  ///
  /// - Throws: ``DeclarationError`` if versions do not strictly grow, end inside a member or off the
  ///   alignment that arrays need, if a gate is impossible, or the flags or size member is not an integer
  ///   inside the first version.
  public init(
    _ layout: Layout, versions: [Version], flags: FlagsField? = nil, sizeMember: Field? = nil
  ) throws(DeclarationError) {
    self.layout = layout
    self.versions = versions
    self.flags = flags
    self.sizeMember = sizeMember
    try check()
  }

  /// What each version after the first added, in order.
  public var extensions: [Extension] {
    versions.indices.dropFirst().map { index in
      let range = versions[index - 1].size..<versions[index].size
      let fields = layout.fields.filter { range.contains($0.offset) }
      let meaningful = fields.filter { !$0.isReserved }
      return Extension(
        name: (meaningful.first ?? fields.first)?.name ?? "", version: index, range: range,
        fields: meaningful, gate: versions[index].gate)
    }
  }

  /// The meaningful members of the first version.
  public var baseFields: [Field] {
    layout.fields.filter { $0.offset < versions[0].size && !$0.isReserved }
  }

  /// The flag bits that the version at `index` knows: those of the first version and every gate up to it. Behind the
  /// newest version nothing more is known, and in front of the first one no gate is.
  public func knownFlags(version index: Int) -> UInt64 {
    versions.prefix(max(0, index < versions.count ? index &+ 1 : versions.count))
      .reduce(flags?.known ?? 0) { $0 | $1.gate }
  }

  /// The index of the version with this name, or nil.
  public func version(named name: String) -> Int? { versions.firstIndex { $0.name == name } }
}
