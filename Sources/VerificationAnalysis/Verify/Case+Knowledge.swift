import ExtensibleStructs
import KernelInterfaces

extension Case {
  /// The integer members that are judged by themselves, as far as the kernel knows the struct: not the size.
  var judgedMembers: [(field: Field, member: IntegerMember)] {
    guard interface.direction == .in else { return [] }
    return interface.history.layout.fields.flatMap(Case.integers).filter { field in
      field.size <= 8 && field.range.upperBound <= codec.size
        && !(codec.scheme.readsSizeMember && field == interface.history.sizeMember)
    }.map { ($0, IntegerMember(offset: $0.offset, width: $0.size)) }
  }

  /// The elements of a short array of words that have a meaning; else the member itself.
  private static func integers(of field: Field) -> [Field] {
    guard !field.isReserved, field.alignment >= 4, 2...8 ~= field.elementCount else { return [field] }
    return (0..<field.elementCount).map(field.element)
  }

  /// The bits of a member that the call's surroundings judge.
  func unmodelled(of member: IntegerMember) -> UInt64 { interface.unmodelled(of: member, on: abi) }

  /// Whether a member has all bits that the call's surroundings judge as the sample has them; nil is the sample's
  /// value.
  func isModelled(_ member: IntegerMember, _ value: UInt64?) -> Bool {
    guard let value else { return true }
    return (value ^ member.value(in: sample)) & unmodelled(of: member) == 0
  }

  /// Whether a short size cuts nothing off of what the call's surroundings judge: zeros that the kernel puts there are
  /// another value, such as the descriptor 0.
  var cutsModelled: Bool {
    guard interface.direction == .in, let minimum = codec.scheme.bounds?.minimum else { return true }
    let meansVersion0 = usize == 0 && codec.scheme.member?.zero == .meansVersion0
    guard usize < codec.size, usize >= minimum.bytes ?? codec.version0, !meansVersion0 else { return true }
    let seen = Array(sample.prefix(usize)) + [UInt8](repeating: 0, count: sample.count - usize)
    // What no open gate leads to is not looked at.
    let gated = codec.gates.filter { $0.mask != 0 }.map(\.range)
    return judgedMembers.allSatisfy { judged in
      gated.contains { $0.contains(judged.member.offset) }
        || isModelled(judged.member, judged.member.value(in: seen))
    }
  }

  /// The published versions that this kernel does not know yet: how long each is, and which flags open it.
  var newerVersions: [(size: Int, gate: UInt64)] {
    let versions = interface.history.versions
    return versions.indices.compactMap { index in
      let size = codec.scheme.wireSize(of: versions[index].size, version: index)
      return size > codec.size ? (size, versions[index].gate) : nil
    }
  }
}
