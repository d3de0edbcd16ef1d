import ExtensibleStructs
import KernelInterfaces

extension CaseTable {
  /// Each flag bit that the kernel does not know; each gate, with every published size; each conflict.
  static func flags(_ base: Case) -> [Mutation] {
    let codec = base.codec
    guard codec.flags.width > 0 else { return [] }
    guard base.interface.direction == .in else { return requests(base) }
    var mutations: [Mutation] = []
    let unknown = (0..<UInt64(codec.flags.width * 8)).filter { codec.knownFlags & (1 << $0) == 0 }
    for bit in unknown {
      let isTypical = bit == unknown.first || bit == unknown.last
      mutations.append(
        Mutation(.flags, "unknown flag bit \(bit)", isTypical: isTypical) { $0.flagBits |= 1 << bit })
    }
    for gate in codec.gates where gate.mask != 0 {
      let bits = (0..<UInt64(64)).filter { gate.mask & (1 << $0) != 0 }
      for bit in bits {
        for size in Set(codec.publishedSizes + [gate.range.upperBound - 1, gate.range.upperBound]).sorted() {
          let isTypical = bit == bits[0] && size == codec.publishedSizes[0]
          mutations.append(
            Mutation(.gate, "gate bit \(bit), size \(size)", isTypical: isTypical) {
              $0.flagBits |= 1 << bit
              $0.usize = size
            })
        }
      }
    }
    for conflict in base.interface.history.flags?.conflicts ?? [] {
      let first = conflict.bits & ~(conflict.bits &- 1)
      for bit in (0..<UInt64(64)) where conflict.excluded & (1 << bit) != 0 {
        mutations.append(
          Mutation(.flags, "flag 0x\(String(first, radix: 16)) with bit \(bit)") {
            $0.flagBits |= first | 1 << bit
          })
      }
    }
    return mutations
  }

  /// Each bit of a mask that asks for parts of a struct that is handed out.
  private static func requests(_ base: Case) -> [Mutation] {
    let codec = base.codec
    guard codec.scheme.output?.fetchesRequest == true else { return [] }
    let masks: [UInt64] = [0] + (0..<UInt64(codec.flags.width * 8)).map { 1 << $0 }
    return masks.map { mask in
      Mutation(.flags, "asks for 0x\(String(mask, radix: 16))", isTypical: mask == 0) {
        $0.patch(codec.flags, mask)
      }
    }
  }

  /// Each rule on a member, broken bit by bit or at its edges.
  static func members(_ base: Case) -> [Mutation] {
    guard base.interface.direction == .in else { return [] }
    return base.codec.checks.memberRules.flatMap { rule -> [Mutation] in
      let condition = rule.condition(from: base.sample)
      var sample = base.sample
      // The member may be the one that decides: then its value has to do both.
      if let condition { rule.condition.set(condition, in: &sample) }
      return rule.broken(from: sample).enumerated().map { index, value in
        Mutation(
          .member, "member at \(rule.member.offset) is 0x\(String(value, radix: 16))", isTypical: index == 0,
          reach: condition == nil ? 0 : rule.condition.offset + rule.condition.width
        ) { mutated in
          if let condition { mutated.patch(rule.condition, condition) }
          mutated.patch(rule.member, value)
        }
      }
    }
  }

  /// Each bit of each integer member, alone, whether a policy speaks of it or not; left out are the size and what the
  /// call's surroundings judge.
  static func bits(_ base: Case) -> [Mutation] {
    guard base.interface.direction == .in else { return [] }
    let codec = base.codec
    let fields = base.interface.history.layout.fields.filter { field in
      field.size <= 8 && field.range.upperBound <= codec.size
        && !(codec.scheme.readsSizeMember && field == base.interface.history.sizeMember)
    }
    return fields.flatMap { field in
      let member = IntegerMember(offset: field.offset, width: field.size)
      let sample = member.value(in: base.sample)
      let left = base.interface.call?.unmodelled[field.name] ?? 0
      return (0..<UInt64(field.size * 8)).filter { left & (1 << $0) == 0 }.map { bit in
        Mutation(.member, "\(field.name) bit \(bit) flipped") { $0.patch(member, sample ^ (1 << bit)) }
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

  /// NULL, a kernel pointer and read-only memory, with a size of each kind.
  static func pointers(_ base: Case) -> [Mutation] {
    let codec = base.codec
    var sizes = [codec.size]
    if codec.scheme.size.source.isOutside {
      let step = codec.scheme.size.source == .elements ? codec.size : 1
      sizes = [0, codec.version0 - step, codec.version0, codec.size, codec.size + 8 * step, 4096, 4097, 8192]
    }
    var mutations: [Mutation] = []
    for size in Set(sizes.filter { $0 >= 0 }).sorted() {
      for pointer in [KernelCall.Pointer.null, .kernel] {
        mutations.append(
          Mutation(.pointer, "\(pointer.rawValue) pointer, size \(size)") {
            $0.usize = size
            $0.pointer = pointer
          })
      }
    }
    for pointer in [KernelCall.Pointer.null, .kernel] {
      mutations.append(
        Mutation(.pointer, "\(pointer.rawValue) pointer", isTypical: true) { $0.pointer = pointer })
    }
    mutations.append(Mutation(.readOnly, "read-only memory", isTypical: true) { $0.isWritable = false })
    return mutations
  }

  /// Each bit of the flags that are an argument, where the interface has any.
  static func outsideFlags(_ base: Case) -> [Mutation] {
    let known: UInt64
    switch base.codec.scheme.flagsArgument {
    case .none: return []
    case .rejectedFirst(let bits, _), .rejectedAfterCopy(let bits, _): known = bits
    }
    return (0..<UInt64(32)).filter { known & (1 << $0) == 0 }.map { bit in
      Mutation(.outsideFlags, "flag bit \(bit) outside the struct", isTypical: bit == 31) {
        $0.outsideFlags |= 1 << bit
      }
    }
  }
}
