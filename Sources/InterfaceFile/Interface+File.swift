internal import Documents
internal import ExtensibleStructs
public import KernelInterfaces

// An interface as a file: JSON that a person writes in five minutes, and that says all that an interface can say.

extension Interface {
  /// The longest file that is read, in bytes: 1 MiB.
  public static let longestFile = 1 << 20

  /// The JSON Schema (draft 2020-12) of an interface file.
  public static var fileSchema: String {
    String(decoding: PackageResources.interface_schema_json, as: UTF8.self)
  }

  /// Reads an interface from the text of a file.
  ///
  /// - Parameters:
  ///   - text: JSON, as ``fileSchema`` describes it.
  ///   - file: what errors call the file.
  /// - Throws: ``InterfaceFileError`` with the line and the path of what is wrong.
  public init(file text: [UInt8], named file: String = "") throws(InterfaceFileError) {
    guard text.count <= Interface.longestFile else {
      throw InterfaceFileError("longer than 1 MiB, which no interface file is", file: file)
    }
    let object: JSONObject
    do { object = try JSONObject(parsing: text) } catch {
      throw InterfaceFileError(error, in: text, file: file)
    }
    do { self = try Interface(JSONNode(value: .object(object), path: JSONPath())) } catch {
      throw InterfaceFileError(error, in: text, file: file)
    }
  }

  /// The interface as the text of a file, which ``init(file:named:)`` reads back to the same interface.
  public var fileText: String {
    var json = JSONWriter(pretty: true)
    write(to: &json)
    return json.text + "\n"
  }
}

extension Interface {
  /// Reads an interface.
  init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object(
      "interface", "summary", "struct", "call", "scheme", "absent", "newestDescribed", "queries", "older",
      "facts", "asked", "$schema")
    let history = try History(try fields.required("struct", "its name, members and versions"))
    let scheme = try fields["scheme"].map { (node) throws(FileProblem) in
      try Scheme(node, base: nil, of: history)
    }
    var facts: [Fact] = []
    for element in try fields["facts"]?.array(most: 512) ?? [] {
      facts.append(try Fact(element, history, scheme))
    }
    if !facts.contains(where: { if case .call = $0.statement { true } else { false } }) {
      guard let scheme else {
        throw FileProblem(
          node.path, "'scheme' is missing: how the kernel takes the struct, such as \"size-prefixed\"")
      }
      facts.insert(Fact(.call(version: history.versions.count - 1, scheme), .assumed()), at: 0)
    }
    let queries =
      try fields["queries"]?.list { (node) throws(FileProblem) in try CapabilityQuery(node) } ?? []
    let older = try fields["older"]?.list { (node) throws(FileProblem) in try OlderCall(node) } ?? []
    let call = try fields["call"].map { (node) throws(FileProblem) in try CallShape(node) }
    do {
      try self.init(
        try fields["interface"]?.name() ?? history.name, history: history,
        summary: try fields["summary"]?.string() ?? "", call: call, absent: try fields["absent"]?.errno(),
        asked: try fields["asked"]?.releases() ?? [], through: try fields["newestDescribed"]?.release(),
        queries: queries, older: older, facts: facts)
    } catch let error as InterfaceError { throw Interface.problem(error, fields) } catch let error
      as FileProblem
    {
      throw error
    } catch { throw node.problem("\(error)") }
  }

  /// What does not fit, where it is most likely to be changed.
  private static func problem(_ error: InterfaceError, _ fields: JSONFields) -> FileProblem {
    if case .scheme(.noSuchMember(let name)) = error.cause, case .array(let facts)? = fields["facts"]?.value {
      let index = facts.firstIndex { fact in
        if case .object(let fact) = fact, case .object(let rule)? = fact["rule"] {
          rule["member"] == .string(name)
        } else {
          false
        }
      }
      if let index { return FileProblem(fields.path.appending("facts").appending(index), "\(error)") }
    }
    let key =
      switch error.cause {
      case .callShape: "call"
      case .scheme(.noSuchMember): "facts"
      case .scheme(.declaration): "struct"
      case .scheme: fields["scheme"] == nil ? "facts" : "scheme"
      default: "facts"
      }
    return FileProblem(fields[key]?.path ?? fields.path, "\(error)")
  }

  /// Writes the interface.
  func write(to json: inout JSONWriter) {
    // The facts' schemes are written by how they differ from the newest one.
    let scheme =
      facts.reversed().lazy.compactMap { fact in
        if case .call(_, let scheme) = fact.statement { scheme } else { nil }
      }.first ?? newest.scheme
    json.object { json in
      json.field("interface", name)
      if !summary.isEmpty { json.field("summary", summary) }
      json.field("struct") { history.write(to: &$0) }
      if let call { json.field("call") { call.write(to: &$0) } }
      json.field("scheme") { scheme.write(to: &$0, of: history) }
      if absent != call?.absent ?? .ENOSYS { json.field(errno: "absent", absent) }
      if let newestDescribed { json.field("newestDescribed", "\(newestDescribed)") }
      if !declaredQueries.isEmpty {
        json.field("queries") { $0.array { for query in declaredQueries { query.write(to: &$0) } } }
      }
      if !older.isEmpty {
        json.field("older") { $0.array { for call in older { call.write(to: &$0) } } }
      }
      json.field("facts") { $0.lines(of: facts) { $1.write(to: &$0, history, scheme) } }
      if !asked.isEmpty {
        json.field("asked") { $0.onOneLine { $0.array { for kernel in asked { $0.string("\(kernel)") } } } }
      }
    }
  }
}
