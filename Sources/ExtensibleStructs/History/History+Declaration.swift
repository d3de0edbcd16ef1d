extension History {
  /// The history of a Swift struct, checked.
  ///
  /// - Throws: ``DeclarationError`` for a struct that the review of a UAPI patch would refuse.
  public init<S: DeclaredStruct & BitwiseCopyable>(_ type: S.Type) throws(DeclarationError) {
    let declared = S.history
    let list = declared.list
    var layout = try Layout(of: type, named: declared.name)
    for offset in list.reserved where layout.field(at: offset) == nil {
      throw DeclarationError(declared.name, .noSuchField, byte: max(0, offset))
    }
    layout.reserve(list.reserved)
    var versions: [Version] = []
    for published in list.versions {
      guard let end = published.end else { throw DeclarationError(declared.name, .noSuchField) }
      versions.append(Version(published.name.description, size: end, gate: published.gate))
    }
    let flags = try History.field(declared.flags, in: layout)
    guard flags != nil || list.conflicts.isEmpty else { throw DeclarationError(declared.name, .noFlagsField) }
    try self.init(
      layout, versions: versions,
      flags: flags.map { FlagsField($0, known: declared.known, conflicts: list.conflicts) },
      sizeMember: try History.field(declared.size, in: layout))
  }

  /// The field that a declared member is, all of it; nil for none.
  private static func field(
    _ member: IntegerMember, in layout: Layout
  ) throws(DeclarationError) -> Field? {
    guard member != .absent else { return nil }
    guard let field = layout.field(at: member.offset) else {
      throw DeclarationError(layout.name, .noSuchField, byte: max(0, member.offset))
    }
    // An embedded struct begins where its first member does.
    guard field.size == member.width else {
      throw DeclarationError(layout.name, .notAnInteger, field: field.name, byte: field.offset)
    }
    return field
  }
}
