/// What the runs of clang found, ABI by ABI.
struct Collected {
  var declarations: CDeclarations
  /// Where a constant is among those of the declarations.
  private var places: [String: Int] = [:]

  init(_ source: String, _ abis: [CABI], _ headers: [String]) {
    declarations = CDeclarations(source, abis: abis)
    declarations.headers = headers
  }

  /// Adds what one run found. The first ABI comes first: its constants are those that others are compared with.
  mutating func add(
    _ information: DebugInformation, _ abi: CABI, _ macros: [Macro], _ folders: [String]
  ) throws(DeclarationReadError) {
    let isFirst = abi == declarations.abis.first
    for (at, macro) in macros.enumerated() {
      guard let value = information.values[at] else { continue }
      let header = HeaderFolders.name(macro.file, in: folders)
      add(CConstant(macro.name, value, .macro(macro.text), header: header), abi, isFirst)
    }
    var maker = LayoutMaker(information, largestAlignment: abi.largestAlignment)
    for (id, node) in information.nodes.enumerated() {
      guard let node, node.file != nil else { continue }
      let file = HeaderFolders.name(try information.file(of: node) ?? "", in: folders)
      switch node.tag {
      case "DW_TAG_structure_type", "DW_TAG_union_type":
        guard !node.name.isEmpty, !node.isForward else { continue }
        try add(id, node.name, file, information, &maker, abi)
      case "DW_TAG_typedef":
        guard let target = node.base, case .record(let record) = try information.node(target),
          record.name.isEmpty
        else { continue }
        try add(target, node.name, file, information, &maker, abi)
      case "DW_TAG_enumeration_type":
        guard case .enumeration(let enumeration) = try information.node(id) else { continue }
        for (name, value) in enumeration.values {
          add(CConstant(name, value, .enumerator(of: enumeration.name), header: file), abi, isFirst)
        }
      default: continue
      }
    }
  }

  /// Adds the macros that put one struct's name in the place of another, through other such macros too.
  mutating func addAliases(_ macros: [Macro]) {
    let texts = Dictionary(macros.map { ($0.name, $0.text) }, uniquingKeysWith: { $1 })
    for macro in macros where declarations.records[macro.name] == nil {
      var name = macro.text
      // A macro is not expanded within itself, and no header goes further than this.
      for _ in 0..<8 where declarations.records[name] == nil { name = texts[name] ?? name }
      if declarations.records[name] != nil { declarations.aliases[macro.name] = name }
    }
  }

  private mutating func add(
    _ id: Int, _ name: String, _ header: String, _ information: DebugInformation,
    _ maker: inout LayoutMaker<DebugInformation>, _ abi: CABI
  ) throws(DeclarationReadError) {
    guard case .record(var record) = try information.node(id) else { return }
    record.alignment = record.alignment ?? information.alignments[name]
    let layout = try maker.layout(of: id, record)
    let new = CRecord(name, header: header, layouts: [:])
    declarations.records[name, default: new].layouts[abi.name] = layout
  }

  private mutating func add(_ constant: CConstant, _ abi: CABI, _ isFirst: Bool) {
    if let place = places[constant.name] {
      if declarations.constants[place].value != constant.value {
        declarations.constants[place].otherValues[abi.name] = constant.value
      }
    } else if isFirst {
      places[constant.name] = declarations.constants.count
      declarations.constants.append(constant)
    }
  }
}
