import Documents
import KernelInterfaces

extension CallShape.Argument {
  init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("name", "type", "holds")
    self.init(
      try fields.required("name", "the argument's C name").name(),
      try fields.required("type", "its C type, such as \"size_t\"").choice(CallShape.CType.allCases),
      try CallShape.Role(
        try fields.required("holds", "\"struct\", \"size\", \"flags\", or a harmless value such as 0")))
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("name", name)
      json.field("type", type.rawValue)
      json.field("holds") { role.write(to: &$0) }
    }
  }
}

extension CallShape.Role {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    if case .integer = node.value {
      self = .value(try CallShape.Value(node))
      return
    }
    if case .string(let text) = node.value, text.hasPrefix("0x") {
      self = .value(try CallShape.Value(node))
      return
    }
    let read = try node.tagged(
      ["struct", "size", "flags", "command"], ["sizeWord", "flags"] + CallShape.Value.tags)
    switch (read.tag, read.payload) {
    case ("struct", _): self = .structure
    case ("size", _): self = .size
    case ("command", _): self = .command
    case ("flags", nil): self = .flags()
    case ("flags", let payload?):
      let fields = try payload.object("always", "unmodelled")
      self = .flags(
        always: try fields["always"]?.bits() ?? 0, unmodelled: try fields["unmodelled"]?.bits() ?? 0)
    case ("sizeWord", _): self = .sizeWord(bytes: try read.inner.integer(in: 1...8))
    default: self = .value(try CallShape.Value(node))
    }
  }

  fileprivate func write(to json: inout JSONWriter) {
    switch self {
    case .structure: json.string("struct")
    case .size: json.string("size")
    case .command: json.string("command")
    case .sizeWord(let bytes): json.tagged("sizeWord") { $0.int(bytes) }
    case .flags(0, 0): json.string("flags")
    case .flags(let always, let unmodelled):
      json.tagged("flags") { json in
        json.object { json in
          if always != 0 { json.field(bits: "always", always) }
          if unmodelled != 0 { json.field(bits: "unmodelled", unmodelled) }
        }
      }
    case .value(let value): value.write(to: &json)
    }
  }
}
