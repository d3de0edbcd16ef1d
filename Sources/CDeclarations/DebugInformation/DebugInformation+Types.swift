extension DebugInformation: TypeSource {
  /// The debug information's node with this number.
  func metadata(_ id: Int) throws(DeclarationReadError) -> MetadataNode {
    guard id >= 0, id < nodes.count, let node = nodes[id] else {
      throw .malformed("clang's debug information has no node \(id)")
    }
    return node
  }

  func node(_ id: Int) throws(DeclarationReadError) -> TypeNode {
    let node = try metadata(id)
    switch (node.kind, node.tag) {
    case ("DIBasicType", _): return basic(node)
    case ("DISubroutineType", _): return try function(node)
    case (_, "DW_TAG_structure_type"), (_, "DW_TAG_union_type"): return .record(try record(node))
    case (_, "DW_TAG_array_type"): return .array(of: node.base, counts: try counts(node))
    case (_, "DW_TAG_enumeration_type"): return .enumeration(try enumeration(node))
    case (_, "DW_TAG_pointer_type"): return .pointer(to: node.base, bytes: node.size / 8)
    case (_, "DW_TAG_typedef"): return .typedef(node.name, of: node.base)
    case (_, "DW_TAG_const_type"): return .qualified("const", of: node.base)
    case (_, "DW_TAG_volatile_type"): return .qualified("volatile", of: node.base)
    case (_, "DW_TAG_restrict_type"), (_, "DW_TAG_atomic_type"): return .qualified("", of: node.base)
    default: throw .malformed("clang's debug information has a type of an unknown kind, \(node.tag)")
    }
  }

  private func basic(_ node: MetadataNode) -> TypeNode {
    switch node.encoding {
    case "DW_ATE_signed", "DW_ATE_signed_char":
      .integer(node.name, bytes: node.size / 8, isSigned: true)
    case "DW_ATE_unsigned", "DW_ATE_unsigned_char", "DW_ATE_boolean", "DW_ATE_UTF":
      .integer(node.name, bytes: node.size / 8, isSigned: false)
    default: .other(node.name, bytes: node.size / 8)
    }
  }

  /// The list that a node refers to; empty if it refers to none.
  private func list(_ node: MetadataNode) throws(DeclarationReadError) -> [Int] {
    guard let elements = node.elements else { return [] }
    return try metadata(elements).list.compactMap(\.self)
  }

  private func function(_ node: MetadataNode) throws(DeclarationReadError) -> TypeNode {
    guard let types = node.elements else { return .function(result: nil, parameters: []) }
    let list = try metadata(types).list
    return .function(result: list.first ?? nil, parameters: Array(list.dropFirst()))
  }

  private func counts(_ node: MetadataNode) throws(DeclarationReadError) -> [Int?] {
    var counts: [Int?] = []
    for element in try list(node) {
      let count = try metadata(element).count
      counts.append(count.flatMap { $0 < 0 ? nil : $0 })
    }
    return counts
  }

  private func enumeration(_ node: MetadataNode) throws(DeclarationReadError) -> EnumerationNode {
    var result = EnumerationNode(name: node.name, bytes: node.size / 8, values: [])
    for element in try list(node) {
      let element = try metadata(element)
      result.values.append((element.name, element.value))
    }
    return result
  }

  private func record(_ node: MetadataNode) throws(DeclarationReadError) -> RecordNode {
    var result = RecordNode(
      name: node.name, isUnion: node.tag == "DW_TAG_union_type", bytes: node.size / 8,
      isForward: node.isForward, members: [])
    for element in try list(node) {
      let member = try metadata(element)
      guard member.tag == "DW_TAG_member" else { continue }
      result.members.append(
        RecordNode.Member(
          name: member.name, type: member.base, bit: member.offset,
          width: member.isBitField ? member.size : nil))
    }
    result.alignment = try alignment(of: node)
    return result
  }

  private func alignment(of node: MetadataNode) throws(DeclarationReadError) -> Int? {
    if !node.name.isEmpty { return alignments[node.name] }
    guard let file = try file(of: node) else { return nil }
    return alignments["\(file):\(node.line)"]
  }

  /// The file that declares a type, as its path was found.
  func file(of node: MetadataNode) throws(DeclarationReadError) -> String? {
    guard let file = node.file else { return nil }
    return try metadata(file).filename
  }
}
