import ExtensibleStructs
public import KernelInterfaces

extension KernelCall.Given {
  /// The call with the values of members in its struct. What they lead to has an address of the user's half, which nobody
  /// follows.
  func placed(in call: KernelCall) -> KernelCall {
    guard !members.isEmpty else { return call }
    var call = call
    call.memory.bytes = call.memory.content
    for (index, (name, value)) in members.sorted(by: { $0.key < $1.key }).enumerated() {
      guard let field = call.interface.history.layout.field(name) else { continue }
      let integer: UInt64 =
        switch value {
        case .constant(let integer): integer
        case .string, .bytes, .room: 0x1000_0000 + UInt64(index) << 24
        case .file: 3
        }
      IntegerMember(offset: field.offset, width: field.size).set(integer, in: &call.memory.bytes)
    }
    return call
  }

  /// What the memory of arguments and members holds, which a simulated kernel leaves as it is.
  var memories: [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for (name, value) in arguments.merging(members, uniquingKeysWith: { argument, _ in argument }) {
      switch value {
      case .string(let text): contents[name] = Array(text.utf8) + [0]
      case .bytes(let bytes): contents[name] = bytes
      case .room(let count): contents[name] = [UInt8](repeating: 0, count: count)
      case .constant, .file: break
      }
    }
    return contents
  }
}

/// Writes the flags that the kernel knows where it fills them in when it copies the struct back.
func fillIn(_ memory: inout PagedMemory, _ call: KernelCall, _ codec: Codec) {
  guard codec.scheme.input?.copiesBack == true, let flags = call.interface.history.flags?.field,
    call.interface.call?.filledIn.contains(flags.name) == true
  else { return }
  memory.fill(codec.knownFlags, at: codec.flags)
}

extension SimulatedKernel {
  /// Answers a query by its dated answers, or by the call that asks.
  ///
  /// - Throws: as ``answer(_:)``.
  public func answer(
    _ query: CapabilityQuery, of interface: Interface, given: KernelCall.Given?
  ) throws(InterfaceError) -> UInt64? {
    let outcome = try answer(query.call(for: interface, given: given))
    guard !query.answers.isEmpty else { return query.read(outcome, for: interface) }
    guard outcome.errno == nil, case .release(let release) = build else { return nil }
    return query.answers.first { $0.range.contains(release) }?.value
  }
}
