import ExtensibleStructs
import SimulatedKernel

/// A struct to ask a kernel about: it meets the kernel's rules on members, and is zero otherwise.
struct AcceptedStruct {
  /// The kernel by whose rules the struct is made.
  let kernel: Codec
  /// The user's size in bytes. The kernel takes what is behind it for zeros.
  let size: Int

  /// The user's bytes; nil if the rules let no such struct pass, or none was found.
  ///
  /// - Parameter flags: bits that have to be set.
  func bytes(with flags: UInt64 = 0) -> [UInt8]? {
    var rules = kernel.checks.steps.compactMap { requirement($0.action) }
    if flags != 0 { rules.append([.init(kernel.flags, .allOf(flags))]) }
    let members = Set(rules.joined().map(\.member))
    rules += kernel.checks.steps.flatMap { zeros($0.action, members) }
    for member in members where member.end > reach { rules.append([.init(member, .within(0...0))]) }
    if kernel.scheme.readsSizeMember {
      rules.append([.init(kernel.sizeMember, .within(UInt64(size)...UInt64(size)))])
    }
    var solver = RuleSolver(rules)
    guard let values = solver.solve() else { return nil }
    var bytes = [UInt8](repeating: 0, count: size)
    for (member, value) in values { member.set(value, in: &bytes) }
    return bytes
  }

  /// How many of the user's bytes the kernel acts on.
  private var reach: Int {
    kernel.checks.steps.reduce(size) { reach, step in
      if case .zeroBehind(let start) = step.action { min(reach, start) } else { reach }
    }
  }

  /// What a step asks of members: one of these demands has to be met.
  private func requirement(_ action: Checks.Action) -> [RuleSolver.Demand]? {
    switch action {
    case .unknownFlags(let flags, let known): [.init(flags, .noneOf(~known))]
    case .flagConflict(let flags, let bits, let excluded):
      [.init(flags, .noneOf(bits)), .init(flags, .noneOf(excluded))]
    case .flagBeyondSize(let flags, let gate, let end): size < end ? [.init(flags, .noneOf(gate))] : nil
    // The caller is privileged, and its flags argument is 0.
    case .member(let rule) where rule.exempt != nil || rule.argumentBits != 0 && rule.argumentIsSet: nil
    case .member(let rule): [.init(rule.member, rule.demand)] + exception(to: rule)
    default: nil
    }
  }

  /// What makes a rule not apply.
  private func exception(to rule: Checks.Rule) -> [RuleSolver.Demand] {
    guard rule.condition.width > 0 else { return [] }
    let bits = rule.conditionBits
    return [.init(rule.condition, rule.conditionIsSet ? .noneOf(bits) : .anyOf(bits))]
  }

  /// Which of the members a step wants to be zero: all that are pad, and those of an extension that no flag opens.
  private func zeros(_ action: Checks.Action, _ members: Set<IntegerMember>) -> [[RuleSolver.Demand]] {
    func zero(_ range: Range<Int>, unless gate: UInt64? = nil) -> [[RuleSolver.Demand]] {
      members.filter { $0.offset < range.upperBound && range.lowerBound < $0.end }.map { member in
        [.init(member, .noneOf(.max))] + (gate.map { [.init(kernel.flags, .anyOf($0))] } ?? [])
      }
    }
    return switch action {
    case .pad(let range): zero(range)
    case .closedGate(let gate, let range): zero(range, unless: gate)
    // What no flag opens is not fetched, so that the kernel takes it for zero.
    case .sizeOfFlags: kernel.gates.flatMap { zero($0.range, unless: $0.mask) }
    default: []
    }
  }
}

extension Codec {
  /// What this kernel sees of a user's struct, which is the only element where it takes an array; nil if it refuses.
  func sees(_ bytes: [UInt8]) -> [UInt8]? {
    let count = scheme.size.source == .elements ? 1 : UInt64(bytes.count)
    var memory = PagedMemory(bytes, pages: [.init(0..<bytes.count)])
    var seen = [UInt8](repeating: 0, count: roomNeeded)
    do throws(Rejection) {
      _ = try SimulatedKernel.take(self, from: &memory, usize: count, into: &seen)
      return Array(seen.prefix(size))
    } catch { return nil }
  }
}
