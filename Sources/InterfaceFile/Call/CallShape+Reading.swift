import Documents
import ExtensibleStructs
import KernelInterfaces

extension CallShape {
  /// Reads how a call travels.
  init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object(
      "ioctl", "systemCall", "arguments", "samples", "passing", "setting", "product", "keepsMachine",
      "unmodelled", "unmodelledOn", "filledIn", "configured", "unprivileged", "leftOut")
    let entry = try fields.one(of: ["ioctl", "systemCall"])
    if entry.key == "ioctl" {
      self.init(.ioctl(try Ioctl(entry.node)))
    } else {
      self.init(.systemCall(try SystemCallNumber(entry.node)))
      _ = try fields.required("arguments", "those of the system call, in their order")
    }
    if let node = fields["arguments"] {
      arguments = try node.list { (node) throws(FileProblem) in try Argument(node) }
    }
    if let node = fields["samples"] {
      samples = try node.map { (node) throws(FileProblem) in try Value(node) }
    }
    if let node = fields["passing"] {
      passing = try node.list { (node) throws(FileProblem) in try Passing(node) }
    }
    if let node = fields["setting"] { setting = try node.choice(Setting.allCases) }
    if let node = fields["product"] { product = try node.choice(Product.allCases) }
    if let node = fields["keepsMachine"] { keepsMachine = try node.bool() }
    if let node = fields["unmodelled"] { unmodelled = try node.bitsByMember() }
    for (name, node) in try fields["unmodelledOn"]?.map().all ?? [] {
      unmodelledOn[try SystemCallNumber.Architecture(name, node)] = try node.bitsByMember()
    }
    if let node = fields["filledIn"] {
      filledIn = Set(try node.list { (node) throws(FileProblem) in try node.name() })
    }
    if let node = fields["configured"] {
      configured = try node.list { (node) throws(FileProblem) in try ConfiguredBits(node) }
    }
    if let node = fields["unprivileged"] { unprivileged = try node.name() }
    for (name, node) in try fields["leftOut"]?.map().all ?? [] {
      leftOut[try SystemCallNumber.Architecture(name, node)] = try node.name()
    }
  }
}

extension CallShape.Ioctl {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("on", "direction", "type", "number", "size")
    self.init(
      file: try CallShape.File(try fields.required("on", "the file, such as \"/dev/ring\"")),
      direction: try fields["direction"]?.choice(IoctlNumber.Direction.Name.allCases).direction ?? [],
      type: UInt8(
        try fields.required("type", "whose the ioctl is, such as \"0xae\"").integer(in: 0...255)),
      number: UInt8(try fields.required("number", "which one of them it is").integer(in: 0...255)),
      size: try fields["size"]?.bytes(through: IoctlNumber.sizeLimit) ?? 0)
  }
}

extension IoctlNumber.Direction {
  /// A direction as a file names it.
  enum Name: String, CaseIterable {
    case none
    case write
    case read
    case both = "read-write"

    var direction: IoctlNumber.Direction {
      switch self {
      case .none: []
      case .write: .write
      case .read: .read
      case .both: [.read, .write]
      }
    }
  }

  /// The direction as a file names it.
  var name: Name { Name.allCases.first { $0.direction == self } ?? .none }
}

extension SystemCallNumber {
  /// Above every number of Linux, in any of its tables.
  private static let most = 0x7fff_ffff

  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    guard case .object = node.value else {
      self = .everywhere(try node.integer(in: 0...Self.most))
      return
    }
    let fields = try node.object("x86_64", "arm64", "i386")
    self.init(
      x86_64: try fields["x86_64"]?.integer(in: 0...Self.most),
      arm64: try fields["arm64"]?.integer(in: 0...Self.most),
      i386: try fields["i386"]?.integer(in: 0...Self.most))
  }
}

extension SystemCallNumber.Architecture {
  fileprivate init(_ name: String, _ node: JSONNode) throws(FileProblem) {
    guard let found = Self(rawValue: name) else {
      throw node.problem(unknownName("architecture", name, known: Self.allCases.map(\.rawValue)))
    }
    self = found
  }
}

extension CallShape.Passing {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("errno", "kind", "reason")
    self.init(
      try fields.required("errno", "the one that counts as success").errno(),
      try fields.required("kind", "why the kernel stops there").choice(Kind.allCases),
      try fields.required("reason", "why, in a few words").string())
  }
}

extension CallShape.ConfiguredBits {
  fileprivate init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("member", "bits", "else", "reason")
    self.init(
      try fields.required("member", "the C name of the member").name(),
      try fields.required("bits", "those that only some kernels take").bits(),
      else: try fields["else"]?.errno() ?? .EINVAL,
      try fields.required("reason", "what takes them").string())
  }
}

extension JSONNode {
  func list<Value>(
    _ read: (JSONNode) throws(FileProblem) -> Value
  ) throws(FileProblem) -> [Value] {
    var values: [Value] = []
    for node in try array() { values.append(try read(node)) }
    return values
  }

  func map<Value>(
    _ read: (JSONNode) throws(FileProblem) -> Value
  ) throws(FileProblem) -> [String: Value] {
    var values: [String: Value] = [:]
    for (name, node) in try map().all { values[name] = try read(node) }
    return values
  }

  fileprivate func bitsByMember() throws(FileProblem) -> [String: UInt64] {
    try map { (node) throws(FileProblem) in try node.bits() }
  }
}
