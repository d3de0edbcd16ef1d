extension History {
  /// The history of a Swift struct, checked.
  ///
  /// - Throws: ``DeclarationError`` for a struct that the review of a UAPI patch would refuse.
  public init<S: DeclaredStruct & BitwiseCopyable>(_ type: S.Type) throws(DeclarationError) {
    let declared = S.history
    let list = declared.list
    var layout = try Layout(of: type, named: declared.name)
    let reserved = try list.reserved.map { offset throws(DeclarationError) in
      try History.field(at: offset, in: layout).offset
    }
    layout = try Layout(
      declared.name,
      fields: layout.fields.map { field in
        var field = field
        field.isReserved = reserved.contains(field.offset)
        return field
      })
    var versions: [Version] = []
    for published in list.versions {
      guard let end = published.end else { throw DeclarationError(declared.name, .noSuchField) }
      versions.append(Version(published.name.description, size: end, gate: published.gate))
    }
    var flags: FlagsField?
    if declared.flags.width > 0 {
      flags = FlagsField(
        try History.field(at: declared.flags.offset, in: layout), known: declared.known,
        conflicts: list.conflicts)
    }
    var size: Field?
    if declared.size.width > 0 {
      size = try History.field(at: declared.size.offset, in: layout)
    }
    try self.init(layout, versions: versions, flags: flags, sizeMember: size)
  }

  private static func field(at offset: Int, in layout: Layout) throws(DeclarationError) -> Field {
    guard let field = layout.field(at: offset) else {
      throw DeclarationError(layout.name, .noSuchField, byte: max(0, offset))
    }
    return field
  }
}
