extension Checks {
  /// How the kernel's C code says what a step does, with the numbers of this version.
  ///
  /// `arg` is the kernel's copy of the struct, `usize` the user's size.
  ///
  /// - Parameters:
  ///   - layout: the struct that the list was made for.
  ///   - pointer: what C calls the user's pointer.
  public func c(_ index: Int, _ layout: Layout, pointer: String = "uarg") -> String {
    CWriter(layout: layout, pointer: pointer, isArray: isArray, checks: self).text(of: steps[index].action)
  }

  private var isArray: Bool {
    steps.contains { if case .eachElement = $0.action { true } else { false } }
  }
}

/// Spells actions in C.
private struct CWriter {
  let layout: Layout
  let pointer: String
  let isArray: Bool
  let checks: Checks

  private var ksize: Int { checks.ksize }

  /// A member of the kernel's copy, such as `arg.flags`.
  private func own(_ member: IntegerMember) -> String { "arg.\(name(member))" }

  /// A member of the user's struct, such as `&uarg->flags`.
  private func user(_ member: IntegerMember) -> String { "&\(pointer)->\(name(member))" }

  private func name(_ member: IntegerMember) -> String {
    layout.name(of: member) ?? "byte_\(member.offset)"
  }

  func text(of action: Checks.Action) -> String {
    switch action {
    case .privilege(let capability): "!capable(\(capability.rawValue))"
    case .number(let number):
      "if (flags == \(hex(number.flags)) && !\(pointer) && !usize) return "
        + (number.value.map { "\($0)" } ?? "a number")
    case .flagsArgument(let known): unknown("flags", known)
    case .nullPointer: "!\(pointer)"
    case .nullWithSize: "!\(pointer) && usize"
    case .withoutStruct: "if (!\(pointer)) goto no_struct"
    case .fetchSize(let member): "get_user(usize, \(user(member)))"
    case .fetchFlags(let member): "get_user(flags, \(user(member)))"
    case .fetchVersion0(let count): "copy_from_user(&arg, \(pointer), \(count))"
    case .peek(let count): "usize >= \(count) && copy_from_user(&value, \(pointer), \(count))"
    case .sizeOfFlags:
      "usize = "
        + checks.gates.reversed().filter { $0.mask != 0 }.map {
          "flags & \(hex($0.mask)) ? \($0.range.upperBound) : "
        }.joined() + "\(checks.version0)"
    case .zeroSize(let size): "if (!usize) usize = \(size)"
    case .publishedSize:
      Set(checks.publishedSizes).sorted().map { "_IOC_SIZE(cmd) != \($0)" }.joined(separator: " && ")
    case .commandSize: "usize = _IOC_SIZE(cmd)"
    case .minimum(let least): "\(isArray ? "count" : "usize") < \(least)"
    case .maximum(let greatest):
      "\(isArray ? "count" : "usize") > \(greatest == 4096 && !isArray ? "PAGE_SIZE" : "\(greatest)")"
    case .writeNeededSize: "put_user(\(ksize), size)"
    case .eachElement: "for (i = 0; i < count; i++)"
    case .zeroFill: "if (usize < \(ksize)) memset((void *)&arg + usize, 0, \(ksize) - usize)"
    case .zeroBehind(let start): "memset((void *)&arg + \(start), 0, \(ksize - start))"
    case .tail:
      "usize > \(ksize) && check_zeroed_user((void __user *)\(pointer) + \(ksize), usize - \(ksize)) <= 0"
    case .copy where isArray: "copy_from_user(&arg, &\(pointer)[i], \(ksize))"
    case .copy: "copy_from_user(&arg, \(pointer), \(copied))"
    case .copyAll: "copy_from_user(buffer, \(pointer), usize)"
    case .recheckSize(let member): "\(own(member)) != usize"
    case .recheckFlags(let member, .max): "\(own(member)) != flags"
    case .recheckFlags(let member, let mask): "(\(own(member)) ^ flags) & \(hex(mask))"
    case .keepSize(let member): "\(own(member)) = usize"
    case .keepFlags(let member): "\(own(member)) = flags"
    case .unknownFlags(let member, let known): unknown(own(member), known)
    case .flagConflict(let member, let bits, let excluded):
      "(\(own(member)) & \(hex(bits))) && (\(own(member)) & \(hex(excluded)))"
    case .flagBeyondSize(let member, let gate, let end):
      "(\(own(member)) & \(hex(gate))) && usize < \(end)"
    case .member(let rule): text(of: rule)
    case .pad(let range): nonZero(range)
    case .closedGate(let gate, let range): "!\(masked(checks.flags, gate)) && \(nonZero(range))"
    case .copyBack: "copy_to_user(\(pointer), &arg, \(copied))"
    case .writeMember(let member):
      "usize >= \(member.end) && put_user(\(own(member)), \(user(member)))"
    case .reportNeededSize(let member): "if (usize < \(ksize)) put_user(\(ksize), \(user(member)))"
    case .fetchRequest(let member): "get_user(\(name(member)), \(user(member)))"
    case .reportCopiedBytes(let member): "\(own(member)) = min(usize, \(ksize))"
    case .clearTail:
      "usize > \(ksize) && clear_user((void __user *)\(pointer) + \(ksize), usize - \(ksize))"
    case .copyOut: "copy_to_user(\(pointer), &arg, \(copied))"
    case .writeElements: "put_user(arg[i], &\(pointer)[i])"
    }
  }

  /// How many bytes are copied: the kernel's size, unless the caller names another one.
  private var copied: String {
    let isNamed = checks.steps.contains { step in
      switch step.action {
      case .fetchSize, .sizeOfFlags, .commandSize, .minimum, .maximum: true
      case .publishedSize: checks.publishedSizes.contains { $0 != ksize }
      default: false
      }
    }
    return isNamed ? "min(usize, \(ksize))" : "\(ksize)"
  }

  private func unknown(_ flags: String, _ known: UInt64) -> String {
    known == 0 ? flags : "\(flags) & ~\(hex(known))"
  }

  private func nonZero(_ range: Range<Int>) -> String {
    if let field = layout.field(at: range.lowerBound), field.range == range {
      return "memchr_inv(&arg.\(field.name), 0, \(range.count))"
    }
    return "memchr_inv((void *)&arg + \(range.lowerBound), 0, \(range.count))"
  }

  /// A rule as the condition on which C refuses.
  private func text(of rule: Checks.Rule) -> String {
    let refused = refused(rule.member, rule.demand)
    var conditions = rule.exempt.map { ["!capable(\($0.rawValue))"] } ?? []
    if rule.argumentBits != 0 {
      let bits = "(flags & \(hex(rule.argumentBits)))"
      conditions.append(rule.argumentIsSet ? bits : "!\(bits)")
    }
    if rule.condition.width > 0 {
      let bits = masked(rule.condition, rule.conditionBits)
      conditions.append(rule.conditionIsSet ? bits : "!\(bits)")
    }
    guard !conditions.isEmpty else { return refused }
    return "\(conditions.joined(separator: " && ")) && \(parenthesised(refused))"
  }

  private func refused(_ member: IntegerMember, _ demand: MemberRule.Demand) -> String {
    let whole: UInt64 = member.width >= 8 ? .max : (1 << UInt64(8 * member.width)) - 1
    switch demand {
    case .noneOf(let bits) where bits & whole == whole: return "\(own(member)) != 0"
    case .noneOf(let bits):
      // A mask of known bits is shorter the other way round.
      let known = ~bits & whole
      return known.nonzeroBitCount < 33 && bits.nonzeroBitCount > 32
        ? "\(own(member)) & ~\(hex(known))" : "\(own(member)) & \(hex(bits & whole))"
    case .allOf(let bits): return "(\(own(member)) & \(hex(bits))) != \(hex(bits))"
    case .anyOf(let bits): return "!\(masked(member, bits))"
    case .powerOfTwo: return "!is_power_of_2(\(own(member)))"
    case .within(let range):
      var parts: [String] = []
      if range.lowerBound > 0 { parts.append("\(own(member)) < \(number(range.lowerBound))") }
      if range.upperBound < whole { parts.append("\(own(member)) > \(number(range.upperBound))") }
      return parts.isEmpty ? "0" : parts.joined(separator: " || ")
    }
  }

  private func masked(_ member: IntegerMember, _ bits: UInt64) -> String {
    bits == .max ? own(member) : "(\(own(member)) & \(hex(bits)))"
  }

  private func parenthesised(_ text: String) -> String {
    text.contains(" ") && !text.hasPrefix("(") && !text.hasPrefix("!") ? "(\(text))" : text
  }

  private func number(_ value: UInt64) -> String { value < 1 << 16 ? "\(value)" : hex(value) }
  private func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
}
