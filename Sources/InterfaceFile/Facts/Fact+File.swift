import Documents
import ExtensibleStructs
import KernelInterfaces

extension Fact {
  /// Reads a fact.
  ///
  /// - Parameter scheme: what the interface's `scheme` says; what a fact's own differs from.
  init(_ node: JSONNode, _ history: History, _ scheme: Scheme?) throws(FileProblem) {
    let fields = try node.object(
      "since", "backports", "until", "endedEarly", "version", "scheme", "flags", "rule", "number", "absent",
      "notDescribed", "evidence")
    let range = try ReleaseRange(fields)
    let said = try fields.one(of: ["version", "flags", "rule", "number", "absent", "notDescribed"])
    if said.key != "version", let node = fields["scheme"] {
      throw node.problem("a scheme belongs to a fact with a 'version'")
    }
    let statement: Statement
    switch said.key {
    case "version":
      guard
        let taken = try fields["scheme"].map({ (node) throws(FileProblem) in
          try Scheme(node, base: scheme, of: history)
        }) ?? scheme
      else {
        throw node.problem("'scheme' is missing, here and in the interface: how the struct is taken")
      }
      statement = .call(version: try history.version(named: said.node), taken)
    case "flags": statement = .flags(try said.node.bits())
    case "rule": statement = .rule(try MemberRule(said.node))
    case "number": statement = .number(try Behavior.Number(said.node))
    case "absent":
      if case .object = said.node.value {
        let fields = try said.node.object("errno", "null")
        statement = .absent(
          try fields.required("errno", "what the kernel answers").errno(), null: try fields["null"]?.errno())
      } else {
        statement = .absent(try said.node.errno())
      }
    default: statement = .notDescribed(try said.node.name())
    }
    self.init(
      range, statement,
      try fields["evidence"].map { (node) throws(FileProblem) in try Evidence(node) } ?? .assumed())
  }

  /// Writes a fact.
  func write(to json: inout JSONWriter, _ history: History, _ scheme: Scheme) {
    json.object { json in
      range.write(to: &json)
      switch statement {
      case .call(let version, let taken):
        // A version that the struct does not have is refused where a release knows it.
        let isKnown = history.versions.indices.contains(version)
        json.field("version", isKnown ? history.versions[version].name : "VER\(version)")
        if taken != scheme {
          json.field("scheme") { taken.write(to: &$0, base: scheme, of: history) }
        }
      case .flags(let bits): json.field(bits: "flags", bits)
      case .rule(let rule): json.field("rule") { rule.write(to: &$0) }
      case .number(let number): json.field("number") { number.write(to: &$0) }
      case .absent(let errno, nil): json.field(errno: "absent", errno)
      case .absent(let errno, let null?):
        json.field("absent") { json in
          json.object { json in
            json.field(errno: "errno", errno)
            json.field(errno: "null", null)
          }
        }
      case .notDescribed(let reason): json.field("notDescribed", reason)
      }
      if evidence != .assumed() { json.field("evidence") { evidence.write(to: &$0) } }
    }
  }
}

extension Evidence {
  /// Reads how something is known.
  init(_ node: JSONNode) throws(FileProblem) {
    let known = Behavior.Basis.allCases.map(\.rawValue)
    let fields = try node.object("ran", "source", "reported", "assumed", "shows")
    let said = try fields.one(of: known)
    self.init(
      Behavior.Basis(rawValue: said.key) ?? .assumed, try said.node.string(),
      shows: try fields["shows"]?.bool() ?? true)
  }

  /// Writes how something is known.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field(basis.rawValue, note)
      if !shows { json.field("shows", false) }
    }
  }
}

extension ReleaseRange {
  /// Reads the releases of a fact.
  init(_ fields: JSONFields) throws(FileProblem) {
    self.init(
      since: try fields["since"]?.release(), backports: try fields["backports"]?.releases() ?? [],
      until: try fields["until"]?.release(), endedEarly: try fields["endedEarly"]?.releases() ?? [])
  }

  /// Writes the releases of a fact.
  func write(to json: inout JSONWriter) {
    if let since { json.field("since", "\(since)") }
    if !backports.isEmpty { json.field("backports", backports.map { "\($0)" }) }
    if let until { json.field("until", "\(until)") }
    if !endedEarly.isEmpty { json.field("endedEarly", endedEarly.map { "\($0)" }) }
  }
}

extension Behavior.Number {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("flags", "value")
    self.init(
      flags: try fields.required("flags", "the flags argument that asks").bits(),
      value: try fields["value"]?.integer(in: Int.min...Int.max))
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field(bits: "flags", flags)
      if let value { json.field("value", value) }
    }
  }
}

extension JSONNode {
  func release() throws(FileProblem) -> Release {
    let text = try string()
    guard let release = Release(text), release.description == text else {
      throw problem("'\(text)' is no release; write \"6.1\", \"6.1.176\" or \"5.14.0@el9\"")
    }
    return release
  }

  func releases() throws(FileProblem) -> [Release] {
    try list { (node) throws(FileProblem) in try node.release() }
  }
}
