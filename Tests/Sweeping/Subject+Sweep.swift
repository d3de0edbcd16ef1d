import ExtensibleStructs
package import KernelInterfaces

extension Subject {
  /// What the cases change of the call that the kernel takes: nothing, then one thing, then several at random.
  ///
  /// - Parameter random: how many combinations there are.
  package func changes(seed: UInt64, random: Int) -> [Change] {
    var numbers = SeededNumbers(seed: seed, interface.name)
    let values = valueChanges
    let others =
      elementChanges + flagPairChanges(&numbers) + flagAndSizeChanges + sizeChanges + boundaryChanges
      + tailChanges
      + contentAndBoundaryChanges + pointerChanges + argumentChanges
    let nothing = Change("nothing is changed") { _ in }
    let readOnly = ([nothing] + (0..<120).compactMap { _ in numbers.pick(values + others) }).map {
      $0.and(Change("the memory is read-only") { $0.isWritable = false })
    }
    let single = values + others + readOnly
    return [nothing] + single
      + (0..<random).map { _ in
        // Most sizes and most memory are refused, so that half of the combinations leave them as they are.
        let isPlain = numbers.below(2) == 0 && !values.isEmpty
        return combination(of: isPlain ? values : single, &numbers)
      }
  }

  /// Two to five changes at once; half of them with some of the flags that any release knows.
  private func combination(of changes: [Change], _ numbers: inout SeededNumbers) -> Change {
    var chosen = (0..<(2 + numbers.below(4))).compactMap { _ in numbers.pick(changes) }
    if let flags, numbers.below(2) == 0 {
      let known = knownBits(of: flags)
      let picked = (0..<numbers.below(5)).compactMap { _ in numbers.pick(known) }
      let bits = picked.reduce(UInt64(0)) { $0 | (1 << UInt64($1)) }
      chosen[chosen.count - 1] = Change(flags, numbers.below(2) == 0 ? bits : bits | value(of: flags))
    }
    return chosen.dropFirst().reduce(chosen[0]) { $0.and($1) }
  }

  /// Whether a short size cuts nothing off of what the call's surroundings judge: the zeros that the kernel puts there may
  /// mean something else, such as the descriptor 0.
  func keepsFrozen(_ call: KernelCall) -> Bool {
    guard let minimum = codec.scheme.bounds?.minimum, let usize = call.cutUsize ?? size(in: call) else {
      return true
    }
    guard usize < UInt64(ksize), usize >= UInt64(minimum.bytes ?? codec.version0) else { return true }
    let seen = Array(sample.prefix(Int(usize)))
    // What no open gate leads to is not looked at.
    let gated = codec.gates.filter { $0.mask != 0 }.map(\.range)
    return parts.allSatisfy { part in
      gated.contains { $0.contains(part.offset) }
        || (seen.value(at: part.offset, width: part.width) ^ value(of: part)) & part.frozen == 0
    }
  }

  private func size(in call: KernelCall) -> UInt64? {
    parts.first(where: \.isSize).map { call.memory.bytes.value(at: $0.offset, width: $0.width) }
  }

  /// The case that a change makes.
  package func call(_ change: Change) -> KernelCall {
    var draft = Draft(self)
    change.apply(&draft)
    return draft.call
  }
}
