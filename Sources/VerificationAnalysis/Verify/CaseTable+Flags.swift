import ExtensibleStructs
import KernelInterfaces

extension CaseTable {
  /// Each flag bit that the kernel does not know; each gate, with every published size; each conflict; each known bit
  /// alone, and each pair of them.
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
    return mutations + newerGates(base) + knownFlags(base)
  }

  /// Each flag of a newer version, with the size of that version.
  private static func newerGates(_ base: Case) -> [Mutation] {
    base.newerVersions.flatMap { version in
      (0..<UInt64(64)).filter { version.gate & (1 << $0) != 0 }.map { bit in
        Mutation(.flags, "newer flag bit \(bit), size \(version.size)") {
          $0.flagBits |= 1 << bit
          $0.usize = version.size
        }
      }
    }
  }

  /// Each known flag bit alone, and each pair of them; bits that are not modelled stay as the sample has them.
  private static func knownFlags(_ base: Case) -> [Mutation] {
    let codec = base.codec
    let left = base.unmodelled(of: codec.flags)
    let kept = codec.flags.value(in: base.sample) & left
    let bits = (0..<UInt64(codec.flags.width * 8)).filter { codec.knownFlags & ~left & (1 << $0) != 0 }
    var mutations = [Mutation(.flags, "no flag set") { $0.patch(codec.flags, kept) }]
    for (index, bit) in bits.enumerated() {
      mutations.append(
        Mutation(.flags, "known flag bit \(bit) alone") { $0.patch(codec.flags, kept | 1 << bit) })
      for other in bits[(index + 1)...] {
        mutations.append(
          Mutation(.flags, "known flag bits \(bit) and \(other)") {
            $0.patch(codec.flags, kept | 1 << bit | 1 << other)
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
}
