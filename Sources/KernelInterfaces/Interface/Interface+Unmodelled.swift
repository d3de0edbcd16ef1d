package import ExtensibleStructs

extension Interface {
  /// The bits of an integer of the struct that the call's surroundings judge: those of the member, or of the element of an
  /// array, or of the array as a whole.
  package func unmodelled(
    of member: IntegerMember, on abi: SystemCallNumber.Architecture = .native
  ) -> UInt64 {
    guard let call, let name = history.layout.name(of: member) else { return 0 }
    let own = call.unmodelled(name, on: abi)
    guard own == 0, let array = history.layout.field(containing: member.offset)?.name, array != name else {
      return own
    }
    return call.unmodelled(array, on: abi)
  }
}
