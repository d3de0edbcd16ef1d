import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel

// What each scheme's answers say.

extension Negotiation {
  /// The kernel's size that it wrote back; nil if it wrote none.
  func writtenSize(_ errno: LinuxErrno, _ outcome: KernelCall.Outcome) -> Int? {
    guard interface.newest.scheme.member?.writeBack == errno, let member = interface.history.sizeMember else {
      return nil
    }
    let value = IntegerMember(offset: member.offset, width: member.size).value(in: outcome.memory)
    // A kernel that writes nothing leaves the program's own size, and none is shorter than the first version.
    guard value != UInt64(size(of: version)), value >= UInt64(size(of: 0)) else { return nil }
    return Int(exactly: value)
  }

  /// The size that a kernel asks for that writes it to a word.
  func neededMore(_ errno: LinuxErrno, _ outcome: KernelCall.Outcome) -> UInt64? {
    guard case .pointer(errno) = interface.newest.scheme.size, let usize = outcome.usize,
      usize > neededSize ?? UInt64(size(of: version)), usize <= UInt64(KernelCall.Given.roomLimit),
      tries < limit
    else { return nil }
    return usize
  }

  /// What the program asked for and the kernel did not hand back.
  func notHandedBack(_ outcome: KernelCall.Outcome) -> [UsedFeature] {
    guard let output = interface.newest.scheme.output else { return [] }
    return features.filter { feature in
      if output.fetchesRequest, feature.bits != 0, let flags = interface.history.flags?.field {
        let back = IntegerMember(offset: flags.offset, width: flags.size).value(in: outcome.memory)
        return back & feature.bits == 0
      }
      guard output.reportsCopiedBytes, let member = interface.history.sizeMember else { return false }
      let copied = IntegerMember(offset: member.offset, width: member.size).value(in: outcome.memory)
      return UInt64(feature.range.upperBound) > copied
    }
  }

  /// What is used and what some described kernel lacks that takes this call all the same.
  func unproven() -> [UsedFeature] {
    guard !features.isEmpty else { return [] }
    var call = call()
    call.given = nil
    var found: Set<UsedFeature> = []
    for (behavior, codec) in described.codecs {
      let lacking = features.filter { behavior.lacks($0, interface) }
      guard !lacking.isEmpty else { continue }
      let outcome = SimulatedKernel.answer(call, by: codec)
      guard outcome.errno == nil else { continue }
      if interface.direction == .out {
        let visible = notHandedBack(outcome)
        found.formUnion(lacking.filter { !visible.contains($0) })
      } else {
        found.formUnion(lacking)
      }
    }
    return features.filter { found.contains($0) }
  }

  /// Whether the kernel has the call, by what queries were answered; nil if they do not tell.
  var hasCall: Bool? {
    for (index, query) in described.queries.enumerated() {
      guard case .some(.some(let answer)) = answers[index] else { continue }
      for case .call(let least) in query.tells { return answer >= UInt64(max(0, least)) }
    }
    return nil
  }

  /// Whether the kernel knows a feature, by what queries were answered; nil if they do not tell.
  func isKnown(_ feature: UsedFeature) -> Bool? {
    var known: Bool?
    for (index, query) in described.queries.enumerated() {
      guard case .some(.some(let answer)) = answers[index] else { continue }
      for meaning in query.tells {
        guard let isKnown = meaning.isKnown(feature, by: answer, in: self) else { continue }
        if !isKnown { return false }
        known = true
      }
    }
    return known
  }
}

extension CapabilityQuery.Meaning {
  /// Whether an answer says that a feature is known; nil if it says nothing of it.
  fileprivate func isKnown(
    _ feature: UsedFeature, by answer: UInt64, in negotiation: Negotiation
  ) -> Bool? {
    let isFlag =
      feature.version != nil || feature.members.first == negotiation.interface.history.flags?.field
    switch self {
    case .size:
      guard feature.version != nil else { return nil }
      return UInt64(feature.range.upperBound) <= answer
    case .flags(let of):
      let bits = isFlag ? feature.bits & of : 0
      guard bits != 0 else { return nil }
      // A flag that opens two extensions says nothing of the second one.
      let versions = negotiation.interface.history.versions
      let isShared = versions[..<(feature.version ?? 0)].contains { $0.gate & bits != 0 }
      return answer & bits != bits ? false : isShared ? nil : true
    case .version(let version, let least):
      guard let own = feature.version else { return nil }
      let has = answer >= UInt64(max(0, least))
      if own == version { return has }
      // Versions follow each other.
      return own < version && has ? true : own > version && !has ? false : nil
    case .flag(let bits, let least):
      guard isFlag, feature.bits & bits != 0 else { return nil }
      return answer >= UInt64(max(0, least))
    case .call: return nil
    }
  }
}
