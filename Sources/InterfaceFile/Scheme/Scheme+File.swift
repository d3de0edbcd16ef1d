import Documents
import ExtensibleStructs

// A scheme is written as a named one, and the policies in which it differs from that. Reading goes the same way, so that
// a person writes what is special alone.

extension Scheme {
  /// The schemes that a file can start from, for this struct: `"like": "size-prefixed"`.
  static func starts(for history: History) -> [Scheme] { all(for: history) + [.argsz] }

  /// Reads a scheme: the name of one, or an object.
  ///
  /// - Parameter base: what an object differs from that names no other.
  init(_ node: JSONNode, base: Scheme?, of history: History) throws(FileProblem) {
    if case .string = node.value {
      self = try Scheme.start(node, for: history)
      return
    }
    let fields = try node.object(
      "like", "name", "summary", "privilege", "flagsArgument", "nullPointer", "size", "pad", "in", "out")
    var scheme = base ?? Scheme("own", size: .fixed, summary: "a scheme of its own")
    if let like = fields["like"] {
      scheme = try Scheme.start(like, for: history)
    } else if base == nil, fields["size"] == nil {
      throw FileProblem(
        node.path, "needs 'like', a named scheme to start from, or 'size', where the kernel has the size from"
      )
    }
    try scheme.readLabel(fields)
    if let privilege = fields["privilege"] { scheme.privilege = try Privilege(privilege) }
    if let flags = fields["flagsArgument"] { scheme.flagsArgument = try FlagsArgument(flags) }
    if let null = fields["nullPointer"] { scheme.nullPointer = try NullPointer(null) }
    if let size = fields["size"] { scheme.size = try Size(size, base: scheme.size) }
    if let pad = fields["pad"] { scheme.capacity = try Capacity(pad, of: history) }
    try scheme.readDirection(fields, of: history)
    self = scheme
  }

  private static func start(_ node: JSONNode, for history: History) throws(FileProblem) -> Scheme {
    let name = try node.string()
    let starts = starts(for: history)
    guard let found = starts.first(where: { $0.name == name }) else {
      throw node.problem(unknownName("scheme", name, known: starts.map(\.name)))
    }
    return found
  }

  private mutating func readLabel(_ fields: JSONFields) throws(FileProblem) {
    guard fields["name"] != nil || fields["summary"] != nil else { return }
    var texts = texts
    if let name = try fields["name"]?.name() { texts.name = name }
    if let summary = try fields["summary"]?.string() { texts.summary = summary }
    self = called(texts)
  }

  private mutating func readDirection(_ fields: JSONFields, of history: History) throws(FileProblem) {
    switch (fields["in"], fields["out"]) {
    case (nil, nil): break
    case (let node?, nil):
      var input = input ?? Input()
      try input.read(node, of: history)
      direction = .takesIn(input)
    case (nil, let node?):
      var output = output ?? Output()
      try output.read(node)
      direction = .handsOut(output)
    case (_?, let node?): throw node.problem("a struct that is taken in ('in') is not handed out ('out')")
    }
  }
}

extension Scheme {
  /// Writes the scheme as the named one that says the most of it, and what differs from that.
  func write(to json: inout JSONWriter, of history: History) {
    // The shortest text is the one of the start that is the nearest.
    let lengths = Scheme.starts(for: history).map { start in
      var writer = JSONWriter()
      write(to: &writer, base: start, of: history)
      return (start: start, length: writer.text.utf8.count + start.name.utf8.count)
    }
    guard let best = lengths.min(by: { $0.length < $1.length })?.start else { return }
    if self == best { return json.string(best.name) }
    write(to: &json, base: best, isNamed: true, of: history)
  }

  /// Writes what differs from another scheme.
  func write(to json: inout JSONWriter, base: Scheme, isNamed: Bool = false, of history: History) {
    json.object { json in
      if isNamed { json.field("like", base.name) }
      if texts.name != base.texts.name { json.field("name", texts.name) }
      if texts.summary != base.texts.summary { json.field("summary", texts.summary) }
      if privilege != base.privilege { json.line("privilege") { privilege.write(to: &$0) } }
      if flagsArgument != base.flagsArgument { json.line("flagsArgument") { flagsArgument.write(to: &$0) } }
      if nullPointer != base.nullPointer { json.line("nullPointer") { nullPointer.write(to: &$0) } }
      if size != base.size { json.line("size") { size.write(to: &$0, base: base.size) } }
      if capacity != base.capacity { json.line("pad") { capacity.write(to: &$0, of: history) } }
      if direction != base.direction {
        switch direction {
        case .takesIn(let input):
          json.line("in") { input.write(to: &$0, base: base.input ?? Input(), of: history) }
        case .handsOut(let output): json.line("out") { output.write(to: &$0, base: base.output ?? Output()) }
        }
      }
    }
  }
}
