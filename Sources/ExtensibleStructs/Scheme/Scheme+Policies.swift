extension Scheme {
  /// One policy in words: what it is about, and what it is.
  package struct Policy: Hashable, Sendable, CustomStringConvertible {
    /// What it is about, such as `maximum`.
    package var name: String
    /// What it is, such as `4096 bytes, else E2BIG`.
    package var value: String

    /// Both, such as `maximum: 4096 bytes, else E2BIG`.
    package var description: String { "\(name): \(value)" }
  }

  /// Every policy of the scheme, in the order in which a kernel comes to it.
  package var policies: [Policy] { policies(of: nil) }

  /// The policies that have an effect on this struct, in the order in which a kernel comes to them.
  package func policies(of history: History?) -> [Policy] {
    var list = PolicyList(self, history)
    list.add("privilege", privilege.words)
    list.add("flags argument", flagsArgument.words)
    list.add("NULL", nullPointer.words)
    list.add(size)
    if case .padded(let bytes, let version) = capacity {
      list.add("padded", "to \(bytes) bytes" + (version > 0 ? " from VER\(version) on" : ""))
    }
    if let input, input.peek > 0 { list.add("first fetch", "\(input.peek) bytes, which are forgotten") }
    switch direction {
    case .takesIn(let input): list.add(input)
    case .handsOut(let output): list.add(output)
    }
    return list.policies
  }
}

private struct PolicyList {
  var policies: [Scheme.Policy] = []
  /// What the struct has that a policy can be about; everything, if no struct is named.
  let hasFlags, hasGates, hasReserved, hasTail: Bool

  init(_ scheme: Scheme, _ history: History?) {
    hasFlags = history.map { $0.flags != nil } ?? true
    hasGates = history.map { $0.versions.contains { $0.gate != 0 } } ?? true
    hasReserved =
      history.map { $0.layout.fields.contains(where: \.isReserved) || scheme.capacity != .exact } ?? true
    hasTail =
      switch scheme.size {
      case .member, .argument, .command(.anySize), .pointer: true
      case .fixed, .flags, .elements, .command(.publishedSizes): history == nil
      }
  }

  mutating func add(_ name: String, _ value: String?) {
    if let value { policies.append(Scheme.Policy(name: name, value: value)) }
  }

  mutating func add(_ size: Scheme.Size) {
    switch size {
    case .fixed: add("size", "fixed")
    case .member(let member):
      add("size", "a member")
      add(member.fetches)
      if member.zero == .meansVersion0 { add("size 0", "means VER0") }
      add(member.bounds)
      add("write-back", member.writeBack.map { "the kernel's size, on \($0)" })
      if member.reportsNeededSize { add("success", "the needed size is written over a smaller one") }
    case .argument(let bounds):
      add("size", "an argument")
      add(bounds)
    case .command(.anySize(let bounds)):
      add("size", "in the ioctl number, any")
      add(bounds)
    case .command(.publishedSizes(let errno)):
      add("size", "in the ioctl number, published ones, else \(errno)")
    case .flags(let fetches):
      add("size", "from the flags")
      add(fetches)
    case .elements(let elements):
      add("elements", "\(elements.least) to \(elements.greatest), else \(elements.errno)")
    case .pointer(let errno): add("size", "behind a pointer, the needed one is written; smaller: \(errno)")
    }
  }

  mutating func add(_ fetches: Scheme.Fetches) {
    switch fetches {
    case .alone: add("first fetch", "alone")
    case .version0: add("first fetch", "VER0")
    case .version0Only: add("first fetch", "VER0, and no other")
    }
    guard let second = fetches.second else { return }
    if second.recheck != .none { add("re-check", second.recheck.rawValue) }
    if second.used == .first { add("used", "the first fetch's") }
  }

  mutating func add(_ bounds: Scheme.Bounds) {
    if bounds.minimum.bytes != 0 {
      add("minimum", "\(bounds.minimum.bytes.map { "\($0) bytes" } ?? "VER0"), else \(bounds.minimum.errno)")
    }
    add("maximum", bounds.maximum.map { "\($0.bytes) bytes, else \($0.errno)" } ?? "none")
  }

  mutating func add(_ input: Scheme.Input) {
    if hasTail {
      switch input.tail {
      case .ignored: add("tail", "not looked at")
      case .fetched: add("tail", "fetched and not looked at")
      case .mustBeZero(let errno): add("tail", "must be zero, else \(errno)")
      }
    }
    if hasReserved { add("reserved bytes", input.pad.words) }
    if hasGates { add("closed gate", input.closedGate.words) }
    if hasFlags { add("unknown flags", input.unknownFlags.words) }
    if hasGates { add("flag beyond size", input.flagBeyondSize.words) }
    switch input.refusal {
    case .leftAlone: break
    case .copiedBack: add("refused content", "the struct is copied back")
    case .zeroed: add("refused content", "the user's struct is zeroed")
    case .inMember(let member):
      add("refused content", "the call succeeds, the member at \(member.offset) holds the negative errno")
    }
    if input.copiesBack { add("success", "the struct is copied back") }
    if let member = input.writtenMember {
      add("success", "the member at \(member.offset) is written, where the struct has it")
    }
  }

  mutating func add(_ output: Scheme.Output) {
    if hasTail { add("tail", output.tail == .zeroed ? "zeroed" : "left alone") }
    if output.reportsCopiedBytes { add("size member", "the number of copied bytes") }
    if output.fetchesRequest { add("request", "the user's flags") }
  }
}

extension Scheme.Privilege {
  fileprivate var words: String? {
    switch self {
    case .notAsked: nil
    case .askedFirst(let capability, let errno): "\(capability.rawValue), else \(errno), asked for first"
    case .askedAfterSize(let capability, let errno):
      "\(capability.rawValue), else \(errno), asked for after the size"
    case .askedAfterCopy(let capability, let errno):
      "\(capability.rawValue), else \(errno), asked for after the copy"
    }
  }
}

extension Scheme.FlagsArgument {
  fileprivate var words: String? {
    switch self {
    case .none: nil
    case .rejectedFirst(let known, let errno):
      "0x\(String(known, radix: 16)) known, else \(errno), looked at first"
    case .rejectedAfterCopy(let known, let errno):
      "0x\(String(known, radix: 16)) known, else \(errno), looked at after the copy"
    }
  }
}

extension Scheme.NullPointer {
  fileprivate var words: String {
    switch self {
    case .faultsWhenRead: "faults when it is read"
    case .rejectedFirst(let errno): "\(errno), looked at first"
    case .rejectedAfterSize(let errno): "\(errno), looked at after the size"
    case .takenAfterSize: "taken once the size has passed: there is no struct"
    case .takenWithoutSize(let errno): "taken with size 0: there is no struct; else \(errno), looked at first"
    }
  }
}

extension Scheme.UnusedBytes {
  fileprivate var words: String {
    switch self {
    case .ignored: "not looked at"
    case .mustBeZero(let errno): "must be zero, else \(errno)"
    }
  }
}

extension Scheme.FlagPolicy {
  fileprivate var words: String {
    switch self {
    case .ignored: "no effect"
    case .handedOut: "only handed out"
    case .rejected(let errno): "\(errno)"
    }
  }
}
