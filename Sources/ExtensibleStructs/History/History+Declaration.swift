extension History {
  /// The history of a Swift struct, or of a C struct imported from a header, checked.
  ///
  /// - Throws: ``DeclarationError`` for a struct that the review of a UAPI patch would refuse.
  public init<S: DeclaredStruct>(_ type: S.Type) throws(DeclarationError) {
    let declared = S.history
    let list = declared.list
    let name = declared.name
    var layout = try Layout(of: type, named: name, members: list.members)
    for (index, reserved) in list.reserved.enumerated() {
      guard let start = reserved.start else {
        throw DeclarationError(name, .notStored("Reserved number \(index + 1)"))
      }
      guard layout.reserve(start, reserved.size) else {
        throw DeclarationError(
          name, .partOfMember, field: layout.field(containing: start)?.name, byte: start)
      }
    }
    var versions: [Version] = []
    for published in list.versions {
      guard let end = published.end else {
        throw DeclarationError(name, .notStored("the end of \(published.name)"))
      }
      versions.append(Version(published.name.description, size: end, gate: published.gate))
    }
    let flags = try History.field(declared.flags, "flags:", in: layout)
    guard flags != nil || list.conflicts.isEmpty else { throw DeclarationError(name, .noFlagsField) }
    try self.init(
      layout, versions: versions,
      flags: flags.map { FlagsField($0, known: declared.known, conflicts: list.conflicts) },
      sizeMember: try History.field(declared.size, "size:", in: layout))
  }

  /// The field that a declared member is, all of it; nil for none.
  private static func field(
    _ member: IntegerMember, _ label: String, in layout: Layout
  ) throws(DeclarationError) -> Field? {
    guard member != .absent else { return nil }
    guard member.offset >= 0 else { throw DeclarationError(layout.name, .notStored(label)) }
    guard let field = layout.field(at: member.offset) else {
      throw DeclarationError(
        layout.name, .partOfMember, field: layout.field(containing: member.offset)?.name,
        byte: member.offset)
    }
    // An embedded struct begins where its first member does.
    guard field.size == member.width else {
      throw DeclarationError(layout.name, .notAnInteger, field: field.name, byte: field.offset)
    }
    return field
  }
}
