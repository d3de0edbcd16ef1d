public import KernelInterfaces

extension RunningKernel {
  /// Why a call cannot be put to this kernel at all.
  public enum CallError: Error, Hashable, Sendable {
    /// This interface declares no ``KernelInterfaces/CallShape``.
    case noCallShape(interface: String)
    /// The package has no way to make a file that the call needs; the text says what it needs.
    case unavailable(String)
    /// The system call has no number on this architecture.
    case noNumber(interface: String)
    /// The calls of this architecture's programs cannot be made here.
    case noABI(SystemCallNumber.Architecture)
    /// The child would run in this process's memory, or on a stack of its own, and there is no code for it to run.
    case sharesMemory(interface: String)
    /// The call is another architecture's than this kernel was made for (``RunningKernel/init(abi:)``).
    case otherABI(SystemCallNumber.Architecture)
  }
}

extension RunningKernel.CallError: CustomStringConvertible {
  /// One line: the reason, and what to do about it where there is something.
  public var description: String {
    switch self {
    case .noCallShape(let interface):
      "\(interface) declares no call shape; give it one to put it to a kernel"
    case .unavailable(let reason): reason
    case .noNumber(let interface): "\(interface) has no system call number on this architecture"
    case .noABI(.i386):
      "this kernel takes no calls of 32-bit programs (int $0x80); it needs CONFIG_IA32_EMULATION"
    case .noABI(let abi): "this program makes no calls of \(abi.rawValue)"
    case .sharesMemory(let interface):
      "\(interface): a child that is made here does nothing but end, on a copy of the memory; leave out CLONE_VM, "
        + "CLONE_THREAD and the stack"
    case .otherABI(let abi): "the call is one of \(abi.rawValue); make a RunningKernel for it"
    }
  }
}
