extension History {
  /// The history of a Swift struct, checked.
  ///
  /// - Throws: ``DeclarationError`` for a struct that the review of a UAPI patch would refuse.
  public init<S: DeclaredStruct & BitwiseCopyable>(_ type: S.Type) throws(DeclarationError) {
    let declared = S.history
    var layout = try Layout(of: type, named: declared.name)
    let reserved = try declared.reserved.map { offset throws(DeclarationError) in
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
    for published in declared.published {
      guard let end = published.end else { throw DeclarationError(declared.name, .noSuchField) }
      versions.append(Version(published.name, size: end, gate: published.gate))
    }
    var flags: FlagsField?
    if let offset = declared.flags {
      flags = FlagsField(
        try History.field(at: offset, in: layout), known: declared.known, conflicts: declared.conflicts)
    }
    var size: Field?
    if let offset = declared.size { size = try History.field(at: offset, in: layout) }
    try self.init(layout, versions: versions, flags: flags, sizeMember: size)
  }

  private static func field(at offset: Int?, in layout: Layout) throws(DeclarationError) -> Field {
    guard let offset, let field = layout.field(at: offset) else {
      throw DeclarationError(layout.name, .noSuchField, byte: offset ?? 0)
    }
    return field
  }
}
