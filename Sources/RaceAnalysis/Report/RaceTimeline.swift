import Documents
import ExtensibleStructs

/// A counterexample for people: what each thread does from top to bottom, the memory, and what follows.
struct RaceTimeline {
  let found: RaceCounterexample
  let history: History

  /// The steps.
  var steps: Timeline {
    var events = found.events.map { event -> Timeline.Event in
      switch event {
      case .store(let index):
        let store = found.writer[index]
        return .init(0, StyledText(text(of: store, at: index)), .write, bytes: store.range)
      case .read(let primitive, let range, let state, let isStart):
        let kind: Timeline.Kind = primitive == .getUser ? .read : .copy
        return .init(1, StyledText(read(primitive, range, state, isStart)), kind, bytes: range)
      case .writeBack(let offset, let value):
        let name = name(of: offset..<offset + 1)
        return .init(1, StyledText("writes back \(name) = \(hex(value))"), .note)
      }
    }
    events.append(.init(1, StyledText(ending), .end))
    return Timeline(lanes: ["user thread", "kernel"], events)
  }

  /// Memory before and after, and the kernel's struct at the end: the size and the flags, the members that change, and
  /// those of which the kernel has another value.
  var memory: Table {
    var table = Table([
      .init("member"), .init("before", .right), .init("after", .right), .init("kernel has", .right),
    ])
    for field in members {
      let shown = field.range.lowerBound..<min(field.range.upperBound, field.offset + 8)
      let before = value(of: shown, in: found.call.memory)
      let after = value(of: shown, in: found.after)
      let has = value(of: shown, in: found.kernelStruct)
      let isFetched = field.range.upperBound <= found.copied
      table.row(
        StyledText(field.name), StyledText(before ?? "-"),
        before == after ? StyledText(after ?? "-") : StyledText(after ?? "-", .yellow),
        isFetched
          ? StyledText(has ?? "-", has == after ? .green : has == before ? .dim : .red)
          : StyledText("not fetched", .red))
    }
    return table
  }

  /// How many members of the kernel's struct ``memory`` leaves out.
  var membersLeft: Int { known.count - members.count }

  private var known: [Field] {
    history.layout.fields.filter { !$0.isReserved && $0.offset < found.kernelStruct.count }
  }

  private var members: [Field] {
    known.filter { field in
      let before = value(of: field.range, in: found.call.memory)
      return field == history.flags?.field || field == history.sizeMember
        || field.range.upperBound > found.copied || before != value(of: field.range, in: found.after)
        || before != value(of: field.range, in: found.kernelStruct)
    }
  }

  /// What follows from the schedule, in a sentence.
  var consequence: String {
    let received = try? found.result.get()
    let flags = received?.flags ?? 0
    switch found.property {
    case .validatedIsUsed:
      guard found.call.kernel.scheme.size.source == .flags else {
        return "The size that was checked is not the size in the kernel's copy, which later code reads."
      }
      return "The size was derived from other flags than \(hex(flags)), on which the kernel acts."
    case .gatedMeansFetched:
      let missing = found.call.kernel.opened(by: flags).filter { $0.upperBound > found.copied }
      let members = history.layout.fields.filter { field in
        !field.isReserved && missing.contains { $0.overlaps(field.range) }
      }
      return "The kernel acts on \(members.map(\.name).joined(separator: ", ")) "
        + "(\(missing.map { "bytes " + RaceTimeline.list($0) }.joined(separator: ", "))), "
        + "which it never fetched: these bytes do not come from the caller."
    case .oneState:
      let states = found.mixes.map { $0 == 0 ? "before any write" : "after write \($0)" }
      return
        "Torn: the kernel's struct holds bytes of the memory \(states.joined(separator: " beside bytes of it ")); "
        + "memory was never all of that at once."
    case .withinDeclared:
      return "The kernel reads \(found.reach) bytes; the caller never declared more than \(found.declared)."
    }
  }

  /// What the kernel ends with.
  private var ending: String {
    switch found.result {
    case .failure(let rejection): return "refuses: \(rejection)"
    case .success(let received):
      var words = "accepts \(received.usize) bytes"
      if let flags = history.flags { words += ", acts on \(flags.field.name) \(hex(received.flags))" }
      return words
    }
  }

  private func text(of store: UserStore, at index: Int) -> String {
    var memory = found.call.memory
    for store in found.writer.prefix(index + 1) { store.apply(to: &memory) }
    return "\(name(of: store.range)) = \(value(of: store.range, in: memory) ?? "")"
  }

  private func read(_ primitive: Access.Primitive, _ range: Range<Int>, _ state: Int, _ isStart: Bool)
    -> String
  {
    var memory = found.call.memory
    for store in found.writer.prefix(state) { store.apply(to: &memory) }
    let start =
      isStart ? "\(primitive.rawValue) \(RaceTimeline.list(range))" : "... on to \(RaceTimeline.list(range))"
    switch primitive {
    case .getUser: return "\(start): \(name(of: range)) is \(value(of: range, in: memory) ?? "")"
    case .checkZeroedUser:
      return start + (memory[range].allSatisfy { $0 == 0 } ? ": all zero" : ": not zero")
    default: return start
    }
  }

  /// The member that these bytes are, or the bytes of it.
  private func name(of range: Range<Int>) -> String {
    guard let field = history.layout.field(containing: range.lowerBound) else {
      return "bytes \(RaceTimeline.list(range))"
    }
    return field.range == range ? field.name : "\(field.name)[\(RaceTimeline.list(range))]"
  }

  private func value(of range: Range<Int>, in bytes: [UInt8]) -> String? {
    guard range.upperBound <= bytes.count else { return nil }
    return hex(Array(bytes[range]).littleEndian)
  }

  /// `32-47`, or `4`.
  static func list(_ range: Range<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound - 1)"
  }
}
