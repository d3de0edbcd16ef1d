import Documents
import ExtensibleStructs

extension Scheme.UnusedBytes {
  init(_ node: JSONNode) throws(FileProblem) {
    let read = try node.tagged(["ignored"], ["mustBeZero"])
    self = read.tag == "ignored" ? .ignored : .mustBeZero(else: try read.inner.errno())
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .ignored: json.string("ignored")
    case .mustBeZero(let errno): json.tagged("mustBeZero") { $0.errno(errno) }
    }
  }
}

extension Scheme.FlagPolicy {
  init(_ node: JSONNode) throws(FileProblem) {
    let read = try node.tagged(["ignored", "handedOut"], ["rejected"])
    self =
      switch read.tag {
      case "ignored": .ignored
      case "handedOut": .handedOut
      default: .rejected(try read.inner.errno())
      }
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .ignored: json.string("ignored")
    case .handedOut: json.string("handedOut")
    case .rejected(let errno): json.tagged("rejected") { $0.errno(errno) }
    }
  }
}

extension Scheme.NullPointer {
  init(_ node: JSONNode) throws(FileProblem) {
    let read = try node.tagged(
      ["faultsWhenRead", "takenAfterSize"], ["rejectedFirst", "rejectedAfterSize", "takenWithoutSize"])
    self =
      switch read.tag {
      case "takenAfterSize": .takenAfterSize
      case "rejectedFirst": .rejectedFirst(try read.inner.errno())
      case "rejectedAfterSize": .rejectedAfterSize(try read.inner.errno())
      case "takenWithoutSize": .takenWithoutSize(otherwise: try read.inner.errno())
      default: .faultsWhenRead
      }
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .faultsWhenRead: json.string("faultsWhenRead")
    case .takenAfterSize: json.string("takenAfterSize")
    case .rejectedFirst(let errno): json.tagged("rejectedFirst") { $0.errno(errno) }
    case .rejectedAfterSize(let errno): json.tagged("rejectedAfterSize") { $0.errno(errno) }
    case .takenWithoutSize(let errno): json.tagged("takenWithoutSize") { $0.errno(errno) }
    }
  }
}

extension Scheme.FlagsArgument {
  init(_ node: JSONNode) throws(FileProblem) {
    let read = try node.tagged(["none"], ["rejectedFirst", "rejectedAfterCopy"])
    if read.tag == "none" {
      self = .none
      return
    }
    let fields = try read.inner.object("known", "else")
    let known = try fields["known"]?.bits() ?? 0
    let errno = try fields.required("else", "the errno of other flags").errno()
    self =
      read.tag == "rejectedFirst"
      ? .rejectedFirst(known: known, errno) : .rejectedAfterCopy(known: known, errno)
  }

  func write(to json: inout JSONWriter) {
    func write(_ tag: String, _ known: UInt64, _ errno: LinuxErrno) {
      json.tagged(tag) { json in
        json.object { json in
          json.field(bits: "known", known)
          json.field(errno: "else", errno)
        }
      }
    }
    switch self {
    case .none: json.string("none")
    case .rejectedFirst(let known, let errno): write("rejectedFirst", known, errno)
    case .rejectedAfterCopy(let known, let errno): write("rejectedAfterCopy", known, errno)
    }
  }
}

extension Scheme.Privilege {
  init(_ node: JSONNode) throws(FileProblem) {
    let read = try node.tagged(["notAsked"], ["askedFirst", "askedAfterSize", "askedAfterCopy"])
    if read.tag == "notAsked" {
      self = .notAsked
      return
    }
    let fields = try read.inner.object("capability", "else")
    let capability = try fields.required("capability", "the one that is asked for").choice(
      Scheme.Capability.allCases)
    let errno = try fields.required("else", "the errno of a caller who lacks it").errno()
    self =
      switch read.tag {
      case "askedFirst": .askedFirst(capability, else: errno)
      case "askedAfterSize": .askedAfterSize(capability, else: errno)
      default: .askedAfterCopy(capability, else: errno)
      }
  }

  func write(to json: inout JSONWriter) {
    func write(_ tag: String, _ capability: Scheme.Capability, _ errno: LinuxErrno) {
      json.tagged(tag) { json in
        json.object { json in
          json.field("capability", capability.rawValue)
          json.field(errno: "else", errno)
        }
      }
    }
    switch self {
    case .notAsked: json.string("notAsked")
    case .askedFirst(let capability, let errno): write("askedFirst", capability, errno)
    case .askedAfterSize(let capability, let errno): write("askedAfterSize", capability, errno)
    case .askedAfterCopy(let capability, let errno): write("askedAfterCopy", capability, errno)
    }
  }
}
