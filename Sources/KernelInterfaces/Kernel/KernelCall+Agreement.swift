package import ExtensibleStructs

extension Interface {
  /// The member that holds the errno of a call that succeeds; nil where the call itself fails.
  package var errnoMember: IntegerMember? {
    if case .inMember(let member)? = newest.scheme.input?.refusal { member } else { nil }
  }
}

extension KernelCall {
  /// Whether two kernels answered this call alike: the errno, the memory afterwards, the word that holds the size, and
  /// the number that was asked for, where both tell it.
  ///
  /// What kernels fill in on success is not compared (``CallShape/filledIn``); nor where a call succeeds and holds the
  /// errno in a member. A call that ended at an error behind every check wrote nothing, so that it cannot have failed at
  /// that as the other one did.
  package func isAnsweredAlike(_ one: Outcome, _ other: Outcome) -> Bool {
    if one.passing != nil, other.rejection?.step == .answer { return one.memory == other.memory }
    if other.passing != nil, one.rejection?.step == .answer { return one.memory == other.memory }
    guard one.errno == other.errno, one.usize == other.usize else { return false }
    if let value = one.value, let number = other.value, value != number { return false }
    if one.memory == other.memory { return true }
    let filledIn = interface.call?.filledIn ?? []
    // A copy to the user that faults leaves what came before there.
    guard one.errno == nil || interface.errnoMember != nil || interface.direction == .out,
      !filledIn.isEmpty, one.memory.count == other.memory.count
    else { return false }
    let ranges = interface.history.layout.fields.filter { filledIn.contains($0.name) }.map(\.range)
    return one.memory.indices.allSatisfy { index in
      one.memory[index] == other.memory[index] || ranges.contains { $0.contains(index) }
    }
  }
}
