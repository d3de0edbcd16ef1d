import Documents
import ExtensibleStructs

extension History {
  /// Reads a struct and how it grew.
  init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("name", "members", "versions", "flags", "size")
    let name = try fields.required("name", "the struct's C name").name()
    let members = try fields.required("members", "each with a name and a size in bytes")
    let layout: Layout
    let list = try History.members(of: members)
    do { layout = try Layout(name, fields: list) } catch {
      throw History.problem(error, list, members)
    }
    let versions = try fields.required("versions", "the sizes that were published, from the first")
    do {
      try self.init(
        layout, versions: try History.versions(in: versions, of: layout),
        flags: try fields["flags"].map { (node) throws(FileProblem) in try FlagsField(node, in: layout) },
        sizeMember: try fields["size"].map { (node) throws(FileProblem) in try layout.member(named: node) })
    } catch let error as DeclarationError {
      throw History.problem(error, layout.fields, members)
    } catch let error as FileProblem { throw error } catch { throw node.problem("\(error)") }
  }

  /// What a review would refuse, at the member that it is about.
  private static func problem(
    _ error: DeclarationError, _ list: [Field], _ members: JSONNode
  ) -> FileProblem {
    // Layouts sort members; the file's order is that of its own list.
    guard let name = error.field, case .array(let elements) = members.value,
      let index = elements.firstIndex(where: { value in
        if case .object(let object) = value { object["name"] == .string(name) } else { false }
      })
    else { return members.problem("\(error)") }
    return FileProblem(members.path.appending(index), "\(error)")
  }

  private static func members(of node: JSONNode) throws(FileProblem) -> [Field] {
    var members: [Field] = []
    var end = 0
    for element in try node.array() {
      let fields = try element.object("name", "offset", "size", "element", "reserved")
      let name = try fields.required("name", "the member's C name").name()
      let sizeNode = try fields.required("size", "the member's length in bytes")
      let size = try sizeNode.bytes(from: 1, through: longest)
      if fields["element"] == nil, ![1, 2, 4, 8].contains(size) {
        throw sizeNode.problem("\(size) bytes are no integer; say with 'element' how long one element is")
      }
      let offset = try fields["offset"]?.bytes(through: longest) ?? end
      members.append(
        Field(
          name, offset: offset, size: size,
          alignment: try fields["element"]?.bytes(from: 1, through: size),
          isReserved: try fields["reserved"]?.bool() ?? false))
      end = offset + size
    }
    return members
  }

  /// The longest struct, in bytes.
  private static let longest = 1 << 20

  private static func versions(in node: JSONNode, of layout: Layout) throws(FileProblem) -> [Version] {
    var versions: [Version] = []
    for element in try node.array(most: 256) {
      let fields = try element.object("name", "size", "through", "gate")
      let end = try fields.one(of: ["size", "through"])
      let size =
        end.key == "size"
        ? try end.node.bytes(from: 1, through: longest) : try layout.member(named: end.node).range.upperBound
      versions.append(
        Version(
          try fields["name"]?.name() ?? "VER\(versions.count)", size: size,
          gate: try fields["gate"]?.bits() ?? 0))
    }
    return versions
  }
}

extension FlagsField {
  fileprivate init(_ node: JSONNode, in layout: Layout) throws(FileProblem) {
    let fields = try node.object("member", "known", "names", "conflicts")
    let member = try layout.member(named: try fields.required("member", "the C name of the flags member"))
    var names: [UInt64: String] = [:]
    for (name, bits) in try fields["names"]?.map().all ?? [] {
      if let other = names.updateValue(name, forKey: try bits.bits()) {
        throw bits.problem("\(other) and \(name) name the same bits")
      }
    }
    var conflicts: [Conflict] = []
    for element in try fields["conflicts"]?.array() ?? [] {
      let pair = try element.object("bits", "excludes")
      conflicts.append(
        Conflict(
          try pair.required("bits", "those that exclude others").bits(),
          excludes: try pair.required("excludes", "those that are excluded").bits()))
    }
    self.init(
      member, known: try fields["known"]?.bits() ?? 0, conflicts: conflicts, names: names)
  }
}

extension Layout {
  /// The member that is named here, or the element of an array.
  func member(named node: JSONNode) throws(FileProblem) -> Field {
    let name = try node.name()
    guard let field = field(name) else {
      throw node.problem(unknownName("member", name, known: fields.map(\.name)))
    }
    return field
  }
}
