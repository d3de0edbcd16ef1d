/// What a user hands a kernel: which interface, what memory, which pointer, which size.
public struct KernelCall: Sendable {
  /// Which interface is called.
  public var interface: Interface
  /// What the pointer leads to.
  public var memory: KernelCall.Memory
  /// What kind of pointer it is.
  public var pointer: KernelCall.Pointer
  /// The size in bytes where it travels outside the struct, as an argument or in the ioctl number.
  public var usize: UInt64?
  /// The flags that are an argument of the call, where it has any.
  public var flags: UInt64
  /// For interfaces that hand a struct out: the kernel's struct. A real kernel has its own.
  public var kernelStruct: [UInt8]?
  /// Whether the caller has every capability, as root has, or none.
  public var isPrivileged: Bool
  /// The architecture whose calls the program makes: a 32-bit program's arguments are 32 bits wide.
  public var abi: SystemCallNumber.Architecture
  /// What a program gives a call of its own; nil for a call with the call shape's harmless values, which is made to see
  /// what the kernel answers, and leaves nothing behind.
  public var given: KernelCall.Given?

  /// Makes a call.
  public init(
    _ interface: Interface, memory: KernelCall.Memory, pointer: KernelCall.Pointer = .valid,
    usize: UInt64? = nil, flags: UInt64 = 0, kernelStruct: [UInt8]? = nil, isPrivileged: Bool = true,
    abi: SystemCallNumber.Architecture = .native, given: KernelCall.Given? = nil
  ) {
    self.interface = interface
    self.memory = memory
    self.pointer = pointer
    self.usize = usize
    self.flags = flags
    self.kernelStruct = kernelStruct
    self.isPrivileged = isPrivileged
    self.abi = abi
    self.given = given
  }
}
