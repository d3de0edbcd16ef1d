import Documents
import KernelInterfaces

extension CapabilityQuery {
  /// Reads a query.
  init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object(
      "name", "by", "asks", "usize", "answer", "tells", "answers", "asksGivenFile")
    self.init(
      try fields.required("name", "the C constant that asks").name(),
      by: try fields["by"].map { (node) throws(FileProblem) in try Interface(node) },
      try Question(
        fields.required("asks", "what is asked: \"null\", or an object with 'number' or 'struct'"),
        usize: fields["usize"]),
      answer: try Answer(fields.required("answer", "where the answer is, such as \"returned\"")),
      tells: try fields["tells"]?.list { (node) throws(FileProblem) in try Meaning(node) } ?? [],
      answers: try fields["answers"]?.list { (node) throws(FileProblem) in try DatedAnswer(node) } ?? [],
      asksGivenFile: try fields["asksGivenFile"]?.bool() ?? true)
  }

  /// Writes a query.
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      if let interface { json.field("by") { interface.write(to: &$0) } }
      json.line("asks") { question.write(to: &$0) }
      if case .structure(_, let usize?) = question { json.field(bits: "usize", usize) }
      json.line("answer") { answer.write(to: &$0) }
      if !tells.isEmpty { json.field("tells") { $0.lines(of: tells) { $1.write(to: &$0) } } }
      if !answers.isEmpty { json.field("answers") { $0.lines(of: answers) { $1.write(to: &$0) } } }
      if !asksGivenFile { json.field("asksGivenFile", false) }
    }
  }
}

extension CapabilityQuery.Question {
  fileprivate init(_ node: JSONNode, usize: JSONNode?) throws(FileProblem) {
    let read = try node.tagged(["null"], ["number", "struct"])
    if let usize, read.tag != "struct" { throw usize.problem("a size belongs to a struct that is handed in") }
    self =
      switch read.tag {
      case "number": .number(flags: try read.inner.bits())
      case "struct":
        .structure(
          try read.inner.hex(), usize: try usize.map { (node) throws(FileProblem) in try node.bits() })
      default: .null
      }
  }

  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .number(let flags): json.tagged("number") { $0.bits(flags) }
    case .structure(let bytes, _): json.tagged("struct") { $0.string(Hex.text(bytes)) }
    case .null: json.string("null")
    }
  }
}

extension CapabilityQuery.Answer {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    if case .object = node.value {
      let fields = try node.object("member", "on")
      self = .member(
        try fields.required("member", "the member that holds the answer").name(),
        on: try fields["on"]?.errno())
      return
    }
    self = try node.tagged(["returned", "sizeWord"], ["member"]).tag == "returned" ? .returned : .sizeWord
  }

  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .returned: json.string("returned")
    case .sizeWord: json.string("sizeWord")
    case .member(let name, let errno):
      json.object { json in
        json.field("member", name)
        if let errno { json.field(errno: "on", errno) }
      }
    }
  }
}

extension CapabilityQuery.Meaning {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    if case .string = node.value {
      _ = try node.tagged(["size"], ["flagsOf", "version", "flag", "callFrom"])
      self = .size
      return
    }
    let fields = try node.object("flagsOf", "version", "flag", "callFrom", "from")
    let said = try fields.one(of: ["flagsOf", "version", "flag", "callFrom"])
    func least() throws(FileProblem) -> Int {
      try fields.required("from", "the least answer that says so").integer(in: 0...Int.max)
    }
    self =
      switch said.key {
      case "flagsOf": .flags(of: try said.node.bits())
      case "version": .version(try said.node.integer(in: 0...JSONNode.most), from: try least())
      case "flag": .flag(try said.node.bits(), from: try least())
      default: .call(from: try said.node.integer(in: 0...Int.max))
      }
  }

  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .size: json.string("size")
    case .flags(let bits): json.object { $0.field(bits: "flagsOf", bits) }
    case .version(let index, let from):
      json.object { json in
        json.field("version", index)
        json.field("from", from)
      }
    case .flag(let bits, let from):
      json.object { json in
        json.field(bits: "flag", bits)
        json.field("from", from)
      }
    case .call(let from): json.object { $0.field("callFrom", from) }
    }
  }
}

extension CapabilityQuery.DatedAnswer {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object(
      "since", "backports", "until", "endedEarly", "value", "evidence")
    self.init(
      try ReleaseRange(fields), try fields.required("value", "what kernels of these releases answer").bits(),
      try fields["evidence"].map { (node) throws(FileProblem) in try Evidence(node) } ?? .assumed())
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      range.write(to: &json)
      json.field(bits: "value", value)
      if evidence != .assumed() { json.field("evidence") { evidence.write(to: &$0) } }
    }
  }
}
