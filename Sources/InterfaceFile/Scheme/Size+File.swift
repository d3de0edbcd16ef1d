import Documents
import ExtensibleStructs

extension Scheme.Size {
  /// Reads where the size comes from, starting from `base` where that is the same source.
  init(_ node: JSONNode, base: Scheme.Size) throws(FileProblem) {
    let read = try node.tagged(
      ["fixed"], ["member", "argument", "ioctl", "ioctlPublished", "flags", "elements", "pointer"])
    let inner = read.inner
    switch read.tag {
    case "member":
      var member = if case .member(let member) = base { member } else { Scheme.Member() }
      try member.read(inner)
      self = .member(member)
    case "argument":
      var bounds = if case .argument(let bounds) = base { bounds } else { Scheme.Bounds() }
      try bounds.read(try inner.object("minimum", "maximum"))
      self = .argument(bounds)
    case "ioctl":
      var bounds = if case .command(.anySize(let bounds)) = base { bounds } else { Scheme.Bounds() }
      try bounds.read(try inner.object("minimum", "maximum"))
      self = .command(.anySize(bounds))
    case "ioctlPublished": self = .command(.publishedSizes(otherwise: try inner.errno()))
    case "flags":
      var fetches = if case .flags(let fetches) = base { fetches } else { Scheme.Fetches.start }
      try fetches.read(try inner.object("fetch", "recheck", "used"))
      self = .flags(fetches)
    case "elements":
      let fields = try inner.object("least", "greatest", "else")
      self = .elements(
        Scheme.Elements(
          try fields["least"]?.integer(in: 0...Scheme.mostElements) ?? 0,
          through: try fields.required("greatest", "the greatest number of elements").integer(
            in: 1...Scheme.mostElements),
          else: try fields.required("else", "the errno of another number").errno()))
    case "pointer": self = .pointer(tooSmall: try inner.errno())
    default: self = .fixed
    }
  }

  /// Writes the source, and what differs from `base` where that is the same source.
  func write(to json: inout JSONWriter, base: Scheme.Size) {
    switch self {
    case .fixed: json.string("fixed")
    case .member(let member):
      let start = if case .member(let start) = base { start } else { Scheme.Member() }
      json.tagged("member") { member.write(to: &$0, base: start) }
    case .argument(let bounds):
      let start = if case .argument(let start) = base { start } else { Scheme.Bounds() }
      json.tagged("argument") { json in json.object { bounds.write(to: &$0, base: start) } }
    case .command(.anySize(let bounds)):
      let start = if case .command(.anySize(let start)) = base { start } else { Scheme.Bounds() }
      json.tagged("ioctl") { json in json.object { bounds.write(to: &$0, base: start) } }
    case .command(.publishedSizes(let errno)): json.tagged("ioctlPublished") { $0.errno(errno) }
    case .flags(let fetches):
      let start = if case .flags(let start) = base { start } else { Scheme.Fetches.start }
      json.tagged("flags") { json in json.object { fetches.write(to: &$0, base: start) } }
    case .elements(let elements):
      json.tagged("elements") { json in
        json.object { json in
          json.field("least", elements.least)
          json.field("greatest", elements.greatest)
          json.field(errno: "else", elements.errno)
        }
      }
    case .pointer(let errno): json.tagged("pointer") { $0.errno(errno) }
    }
  }
}

extension Scheme.Member {
  fileprivate mutating func read(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object(
      "fetch", "recheck", "used", "zero", "minimum", "maximum", "writeBack", "reportsNeededSize")
    try fetches.read(fields)
    if let node = fields["zero"] { zero = try node.choice([.isASize, .meansVersion0]) }
    try bounds.read(fields)
    if let node = fields["writeBack"] { writeBack = node.isNull ? nil : try node.errno() }
    if let node = fields["reportsNeededSize"] { reportsNeededSize = try node.bool() }
  }

  fileprivate func write(to json: inout JSONWriter, base: Scheme.Member) {
    json.object { json in
      fetches.write(to: &json, base: base.fetches)
      if zero != base.zero { json.field("zero", zero.rawValue) }
      bounds.write(to: &json, base: base.bounds)
      if writeBack != base.writeBack {
        json.field("writeBack") { if let writeBack { $0.errno(writeBack) } else { $0.null() } }
      }
      if reportsNeededSize != base.reportsNeededSize { json.field("reportsNeededSize", reportsNeededSize) }
    }
  }
}
