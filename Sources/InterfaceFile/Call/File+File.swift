import Documents
import KernelInterfaces

extension CallShape.File {
  /// The files that have a name alone.
  private static let named: [(name: String, file: CallShape.File)] = [
    ("thisProcess", .thisProcess), ("virtualMachine", .virtualMachine()),
    ("virtualProcessor", .virtualProcessor), ("ring", .ring), ("seccompListener", .seccompListener),
    ("mountNamespace", .mountNamespace(isNext: false)), ("epoll", .epoll), ("userFault", .userFault),
    ("tcpSocket", .tcpSocket), ("landlockRuleset", .landlockRuleset),
  ]

  init(_ node: JSONNode) throws(FileProblem) {
    if case .string(let text) = node.value, text.contains("/") {
      self = .path(text)
      return
    }
    if case .object(let object) = node.value, object["path"] != nil {
      let fields = try node.object("path", "writable")
      self = .path(
        try fields.required("path", "the file's name").name(),
        isWritable: try fields["writable"]?.bool() ?? false)
      return
    }
    let read = try node.tagged(Self.named.map(\.name), ["virtualMachine", "mountNamespace", "unavailable"])
    switch (read.tag, read.payload) {
    case ("virtualMachine", let payload?):
      let fields = try payload.object("interruptController", "timer")
      self = .virtualMachine(
        interruptController: try fields["interruptController"]?.bool() ?? false,
        timer: try fields["timer"]?.bool() ?? false)
    case ("mountNamespace", let payload?):
      self = .mountNamespace(isNext: try payload.object("isNext")["isNext"]?.bool() ?? false)
    case ("unavailable", _): self = .unavailable(try read.inner.name())
    default: self = Self.named.first { $0.name == read.tag }?.file ?? .thisProcess
    }
  }

  func write(to json: inout JSONWriter) {
    if let known = Self.named.first(where: { $0.file == self }) { return json.string(known.name) }
    switch self {
    case .path(let path, let isWritable):
      if !isWritable, path.contains("/") { return json.string(path) }
      json.object { json in
        json.field("path", path)
        if isWritable { json.field("writable", true) }
      }
    case .virtualMachine(let interrupts, let timer):
      json.tagged("virtualMachine") { json in
        json.object { json in
          if interrupts { json.field("interruptController", true) }
          if timer { json.field("timer", true) }
        }
      }
    case .mountNamespace(let isNext):
      json.tagged("mountNamespace") { json in json.object { json in json.field("isNext", isNext) } }
    case .unavailable(let reason): json.tagged("unavailable") { $0.string(reason) }
    case .thisProcess, .virtualProcessor, .ring, .seccompListener, .epoll, .userFault, .tcpSocket,
      .landlockRuleset:
      break  // They have a name.
    }
  }
}
