import ExtensibleStructs
public import KernelInterfaces
internal import LinuxSystem

extension RunningKernel {
  /// Makes a program's own call. Every errno is an answer, and what the call leaves behind is the program's.
  ///
  /// - Throws: ``InterfaceError`` for what no kernel can be handed, ``CallError``, or what stood in the way of memory.
  func answer(_ call: KernelCall, _ given: KernelCall.Given) throws -> KernelCall.Outcome {
    try given.check(for: call.interface, bytes: call.memory.mapped)
    let own = try GivenMemory(given, isLow: abi == .i386)
    var call = call
    for (name, value) in given.members {
      guard let field = call.interface.history.layout.field(name) else { continue }
      let integer = try own.address(ofMember: name) ?? executor.resources.integer(value)
      call.memory.bytes = call.memory.content
      IntegerMember(offset: field.offset, width: field.size).set(integer, in: &call.memory.bytes)
    }
    try checkChild(call)
    let (answer, memory) = try make(call, own)
    var outcome = KernelCall.Outcome(
      errno: answer.errno ?? call.interface.errno(in: memory), memory: memory, usize: answer.usize)
    outcome.value = answer.value
    outcome.left = answer.left
    outcome.memories = try own.contents()
    return outcome
  }

  /// Whether a child that the call makes would not disturb this process: it goes on where the call is made, on a copy of this
  /// thread's stack.
  private func checkChild(_ call: KernelCall) throws(CallError) {
    guard call.interface.call?.product == .child else { return }
    let bytes = call.memory.content
    func value(_ name: String) -> UInt64 {
      guard let field = call.interface.history.layout.field(name) else { return 0 }
      return IntegerMember(offset: field.offset, width: field.size).value(in: bytes)
    }
    let sharing: UInt64 = 0x1_0100  // CLONE_THREAD, CLONE_VM
    let flags = call.interface.history.flags.map { value($0.field.name) } ?? 0
    if flags & sharing != 0 || value("stack") != 0 {
      throw .sharesMemory(interface: call.interface.name)
    }
  }

  /// Takes a descriptor over that the kernel wrote into memory of the program, such as the pidfd of `clone3`: it is closed
  /// with the last reference.
  public static func adopt(_ descriptor: Int32) -> OwnedDescriptor {
    OwnedDescriptor(descriptor) { number in _ = FileDescriptor(owning: number) }
  }
}
