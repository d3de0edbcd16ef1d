import Documents
import ExtensibleStructs

extension Scheme.Bounds {
  mutating func read(_ fields: JSONFields) throws(FileProblem) {
    if let node = fields["minimum"] { minimum = node.isNull ? .none : try Scheme.Minimum(node) }
    if let node = fields["maximum"] { maximum = node.isNull ? nil : try Scheme.Maximum(node) }
  }

  func write(to json: inout JSONWriter, base: Scheme.Bounds) {
    if minimum != base.minimum { json.field("minimum") { minimum.write(to: &$0) } }
    if maximum != base.maximum { json.field("maximum") { maximum.write(to: &$0) } }
  }
}

extension Scheme.Minimum {
  private static let version0 = "version0"

  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("bytes", "else")
    let bytes = try fields.required("bytes", "a number, or \"version0\"")
    let isFirst = bytes.value == .string(Self.version0)
    self.init(
      bytes: isFirst ? nil : try bytes.bytes(),
      errno: try fields.required("else", "the errno of a smaller size").errno())
  }

  fileprivate func write(to json: inout JSONWriter) {
    if self == .none { return json.null() }
    json.object { json in
      if let bytes { json.field("bytes", bytes) } else { json.field("bytes", Self.version0) }
      json.field(errno: "else", errno)
    }
  }
}

extension Scheme.Maximum? {
  fileprivate func write(to json: inout JSONWriter) {
    guard let self else { return json.null() }
    json.object { json in
      json.field("bytes", self.bytes)
      json.field(errno: "else", self.errno)
    }
  }
}

extension Scheme.Maximum {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("bytes", "else")
    self.init(
      bytes: try fields.required("bytes", "the greatest size that is taken").bytes(through: Int(Int32.max)),
      errno: try fields.required("else", "the errno of a greater size").errno())
  }
}

extension Scheme.Fetches {
  /// What is read where a file says nothing.
  static var start: Scheme.Fetches { .alone(then: Scheme.SecondFetch()) }

  mutating func read(_ fields: JSONFields) throws(FileProblem) {
    let known = second ?? Scheme.SecondFetch()
    if let node = fields["fetch"] {
      switch try node.choice(Kind.allCases) {
      case .alone: self = .alone(then: known)
      case .version0: self = .version0(then: known)
      case .version0Only: self = .version0Only
      }
    }
    for key in ["recheck", "used"] where second == nil {
      if let node = fields[key] { throw node.problem("'version0Only' has no second fetch") }
    }
    if let node = fields["recheck"] { second?.recheck = try node.choice(Scheme.Recheck.allCases) }
    if let node = fields["used"] { second?.used = try node.choice([.second, .first]) }
  }

  func write(to json: inout JSONWriter, base: Scheme.Fetches) {
    if kind != base.kind { json.field("fetch", kind.rawValue) }
    guard let second else { return }
    let known = base.second ?? Scheme.SecondFetch()
    if second.recheck != known.recheck { json.field("recheck", second.recheck.rawValue) }
    if second.used != known.used { json.field("used", second.used.rawValue) }
  }

  private enum Kind: String, CaseIterable { case alone, version0, version0Only }

  private var kind: Kind {
    switch self {
    case .alone: .alone
    case .version0: .version0
    case .version0Only: .version0Only
    }
  }
}

extension Scheme.Capacity {
  init(_ node: JSONNode, of history: History) throws(FileProblem) {
    if node.isNull {
      self = .exact
      return
    }
    let fields = try node.object("to", "from")
    self = .padded(
      to: try fields.required("to", "the length in bytes").bytes(from: 1, through: 1 << 20),
      fromVersion: try fields["from"].map { (node) throws(FileProblem) in try history.version(named: node) }
        ?? 0)
  }

  func write(to json: inout JSONWriter, of history: History) {
    guard case .padded(let bytes, let version) = self else { return json.null() }
    json.object { json in
      json.field("to", bytes)
      if version != 0, history.versions.indices.contains(version) {
        json.field("from", history.versions[version].name)
      }
    }
  }
}

extension History {
  /// The index of the version that is named here.
  func version(named node: JSONNode) throws(FileProblem) -> Int {
    let name = try node.string()
    guard let version = version(named: name) else {
      throw node.problem(unknownName("version", name, known: versions.map(\.name)))
    }
    return version
  }
}
