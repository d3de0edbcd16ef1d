import Documents
import ExtensibleStructs

extension Scheme.Input {
  mutating func read(_ node: JSONNode, of history: History) throws(FileProblem) {
    let fields = try node.object(
      "peek", "tail", "reserved", "closedGate", "unknownFlags", "flagBeyondSize", "refusal", "copiesBack",
      "writtenMember")
    if let node = fields["peek"] { peek = try node.bytes() }
    if let node = fields["tail"] {
      let read = try node.tagged(["ignored", "fetched"], ["mustBeZero"])
      tail =
        switch read.tag {
        case "ignored": .ignored
        case "fetched": .fetched
        default: .mustBeZero(else: try read.inner.errno())
        }
    }
    if let node = fields["reserved"] { pad = try Scheme.UnusedBytes(node) }
    if let node = fields["closedGate"] { closedGate = try Scheme.UnusedBytes(node) }
    if let node = fields["unknownFlags"] { unknownFlags = try Scheme.FlagPolicy(node) }
    if let node = fields["flagBeyondSize"] { flagBeyondSize = try Scheme.FlagPolicy(node) }
    if let node = fields["refusal"] {
      let read = try node.tagged(["leftAlone", "copiedBack", "zeroed"], ["inMember"])
      refusal =
        switch read.tag {
        case "leftAlone": .leftAlone
        case "copiedBack": .copiedBack
        case "zeroed": .zeroed
        default: .inMember(try history.layout.integer(named: read.inner))
        }
    }
    if let node = fields["copiesBack"] { copiesBack = try node.bool() }
    if let node = fields["writtenMember"] {
      writtenMember = node.isNull ? nil : try history.layout.integer(named: node)
    }
  }

  func write(to json: inout JSONWriter, base: Scheme.Input, of history: History) {
    json.object { json in
      if peek != base.peek { json.field("peek", peek) }
      if tail != base.tail {
        json.field("tail") { json in
          switch tail {
          case .ignored: json.string("ignored")
          case .fetched: json.string("fetched")
          case .mustBeZero(let errno): json.tagged("mustBeZero") { $0.errno(errno) }
          }
        }
      }
      if pad != base.pad { json.field("reserved") { pad.write(to: &$0) } }
      if closedGate != base.closedGate { json.field("closedGate") { closedGate.write(to: &$0) } }
      if unknownFlags != base.unknownFlags { json.field("unknownFlags") { unknownFlags.write(to: &$0) } }
      if flagBeyondSize != base.flagBeyondSize {
        json.field("flagBeyondSize") { flagBeyondSize.write(to: &$0) }
      }
      if refusal != base.refusal {
        json.field("refusal") { json in
          switch refusal {
          case .leftAlone: json.string("leftAlone")
          case .copiedBack: json.string("copiedBack")
          case .zeroed: json.string("zeroed")
          case .inMember(let member):
            json.tagged("inMember") { json in history.layout.write(member, to: &json) }
          }
        }
      }
      if copiesBack != base.copiesBack { json.field("copiesBack", copiesBack) }
      if writtenMember != base.writtenMember {
        json.field("writtenMember") { json in
          if let writtenMember { history.layout.write(writtenMember, to: &json) } else { json.null() }
        }
      }
    }
  }
}

extension Scheme.Output {
  mutating func read(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("tail", "reportsCopiedBytes", "fetchesRequest")
    if let node = fields["tail"] { tail = try node.choice([.zeroed, .leftAlone]) }
    if let node = fields["reportsCopiedBytes"] { reportsCopiedBytes = try node.bool() }
    if let node = fields["fetchesRequest"] { fetchesRequest = try node.bool() }
  }

  func write(to json: inout JSONWriter, base: Scheme.Output) {
    json.object { json in
      if tail != base.tail { json.field("tail", tail.rawValue) }
      if reportsCopiedBytes != base.reportsCopiedBytes {
        json.field("reportsCopiedBytes", reportsCopiedBytes)
      }
      if fetchesRequest != base.fetchesRequest { json.field("fetchesRequest", fetchesRequest) }
    }
  }
}

extension Layout {
  /// The integer that is named here: a member, or an element of an array.
  fileprivate func integer(named node: JSONNode) throws(FileProblem) -> IntegerMember {
    let field = try member(named: node)
    guard [1, 2, 4, 8].contains(field.size) else { throw node.problem("\(field.name) is no integer") }
    return IntegerMember(offset: field.offset, width: field.size)
  }

  /// Writes the name of an integer.
  fileprivate func write(_ member: IntegerMember, to json: inout JSONWriter) {
    // A scheme whose member is none of the struct's is refused where the interface is made.
    json.string(name(of: member) ?? "byte \(member.offset)")
  }
}
