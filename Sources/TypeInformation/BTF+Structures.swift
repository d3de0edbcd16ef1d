extension BTF {
  /// The names of all structs and unions that have one, in the order of their ids.
  ///
  /// A name is listed once for each type that has it: parts of a kernel may have structs of the same name.
  ///
  /// - Complexity: linear in the number of structs.
  public var structureNames: [String] {
    get throws(BTFError) { try structureNames(withPrefix: "") }
  }

  /// The names of the structs and unions that start so.
  public func structureNames(withPrefix prefix: String) throws(BTFError) -> [String] {
    var names: [String] = []
    for entry in entries(withPrefix: prefix) { names.append(try name(of: try record(entry.id))) }
    return names
  }

  /// The structs and unions whose names start so.
  public func structures(withPrefix prefix: String) throws(BTFError) -> [BTF.Structure] {
    var found: [BTF.Structure] = []
    for entry in entries(withPrefix: prefix) { found.append(try structure(try record(entry.id))) }
    return found
  }

  /// The struct or union with this tag name, or else the one that a typedef of this name names.
  ///
  /// Of several with one name it is the first; ``structures(named:)`` has them all.
  ///
  /// - Returns: nil if there is none, or none but a forward declaration.
  /// - Complexity: linear in the number of structs and typedefs.
  public func structure(named name: String) throws(BTFError) -> BTF.Structure? {
    guard !name.isEmpty else { return nil }
    let wanted = Array(name.utf8)
    if let entry = index.structures.first(where: { text(at: $0.name, is: wanted) }) {
      return try structure(try record(entry.id))
    }
    for entry in index.typedefs where text(at: entry.name, is: wanted) {
      let typedef = try record(entry.id)
      let target = try resolve(entry.id, from: typedef)
      if target.kind.isComposite { return try structure(target, typedef: typedef) }
    }
    return nil
  }

  /// All structs and unions with this tag name, in the order of their ids.
  public func structures(named name: String) throws(BTFError) -> [BTF.Structure] {
    guard !name.isEmpty else { return [] }
    let wanted = Array(name.utf8)
    var found: [BTF.Structure] = []
    for entry in index.structures where text(at: entry.name, is: wanted) {
      found.append(try structure(try record(entry.id)))
    }
    return found
  }

  private func entries(withPrefix prefix: String) -> [Index.Entry] {
    let wanted = Array(prefix.utf8)
    return index.structures.filter { text(at: $0.name, is: wanted, prefixOnly: true) }
  }

  private func structure(_ record: TypeRecord, typedef: TypeRecord? = nil) throws(BTFError) -> BTF.Structure {
    var flattener = Flattener(self)
    try flattener.enter(record)
    let declared = try flattener.declaredMembers(of: record)
    try flattener.flatten(record)
    var tags = try tags(on: record)
    var name = try name(of: record)
    if let typedef {
      tags += try self.tags(on: typedef)
      if name.isEmpty { name = try self.name(of: typedef) }
    }
    return BTF.Structure(
      name: name, typeID: record.id, isUnion: record.kind == .union, size: record.size,
      members: flattener.members, topLevelMembers: declared.map(\.member), tags: tags)
  }

  /// The texts of the tags on a type itself.
  private func tags(on record: TypeRecord) throws(BTFError) -> [String] {
    var texts: [String] = []
    for tag in index.tags[record.id] ?? [] where tag.component == nil {
      texts.append(try string(at: tag.name, .type(id: record.id, byte: tag.offset)))
    }
    return texts
  }
}
