import ExtensibleStructs
import KernelInterfaces

extension CaseTable {
  /// Each rule on a member: broken bit by bit or one beyond its edges, and just met.
  static func members(_ base: Case) -> [Mutation] {
    guard base.interface.direction == .in else { return [] }
    return base.codec.checks.memberRules.flatMap { rule -> [Mutation] in
      let condition = rule.condition(from: base.sample)
      var sample = base.sample
      // The member may be the one that decides: then its value has to do both.
      if let condition { rule.condition.set(condition, in: &sample) }
      // A rule that does not apply to a privileged caller is not what decides there.
      let broken = rule.broken(from: sample).filter { rule.exempt == nil || base.isModelled(rule.member, $0) }
      let met =
        base.isModelled(rule.condition, condition)
        ? rule.met(from: sample).filter { base.isModelled(rule.member, $0) } : []
      return (broken + met).enumerated().map { index, value in
        Mutation(
          .member, "member at \(rule.member.offset) is 0x\(String(value, radix: 16))",
          isTypical: index == 0 && !broken.isEmpty,
          reach: condition == nil ? 0 : rule.condition.offset + rule.condition.width
        ) { mutated in
          if let condition { mutated.patch(rule.condition, condition) }
          if rule.argumentIsSet { mutated.outsideFlags |= rule.argumentBits & ~(rule.argumentBits &- 1) }
          mutated.patch(rule.member, value)
        }
      }
    }
  }

  /// Each bit of each integer member, alone, whether a policy speaks of it or not; left out are the size and what the
  /// call's surroundings judge.
  static func bits(_ base: Case) -> [Mutation] {
    base.judgedMembers.flatMap { field, member in
      let sample = member.value(in: base.sample)
      let left = base.unmodelled(of: member)
      return (0..<UInt64(member.width * 8)).filter { left & (1 << $0) == 0 }.map { bit in
        Mutation(.member, "\(field.name) bit \(bit) flipped") { $0.patch(member, sample ^ (1 << bit)) }
      }
    }
  }

  /// Zero, all ones, and one above each power of two in each integer member but the flags: a range that ends where no
  /// rule says so shows there.
  static func edges(_ base: Case) -> [Mutation] {
    base.judgedMembers.filter { $0.member != base.codec.flags }.flatMap { field, member in
      let sample = member.value(in: base.sample)
      let limit: UInt64 = member.width >= 8 ? .max : (1 << UInt64(8 * member.width)) - 1
      let values: [UInt64] = [0, limit] + (1..<UInt64(8 * member.width)).map { 1 << $0 | 1 }
      return values.filter { $0 != sample && base.isModelled(member, $0) }.map { value in
        Mutation(.member, "\(field.name) is 0x\(String(value, radix: 16))") { $0.patch(member, value) }
      }
    }
  }

  /// One byte that is not zero at each reserved place, and behind each closed gate.
  static func pads(_ base: Case) -> [Mutation] {
    guard base.interface.direction == .in else { return [] }
    let codec = base.codec
    var places = Set(codec.known..<codec.size)
    for field in base.interface.history.layout.fields where field.isReserved && field.offset < codec.size {
      places.formUnion(field.range.clamped(to: 0..<codec.size))
    }
    let sorted = places.sorted()
    let pads = sorted.map { place in
      Mutation(.pad, "unused byte \(place) set", isTypical: place == sorted.first || place == sorted.last) {
        $0.patches.append((place, 0x80))
      }
    }
    // Behind a closed gate a byte is unused as well, but not once the gate is open.
    return pads
      + codec.gates.filter { $0.mask != 0 }.flatMap { gate in
        gate.range.clamped(to: 0..<codec.size).filter { !places.contains($0) }.map { place in
          Mutation(.gate, "byte \(place) set behind a closed gate", isTypical: place == gate.range.lowerBound)
          {
            $0.patches.append((place, 0x80))
          }
        }
      }
  }
}
