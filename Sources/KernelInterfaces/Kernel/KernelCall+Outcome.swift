public import ExtensibleStructs

extension KernelCall {
  /// What a kernel made of a call.
  public struct Outcome: Hashable, Sendable {
    /// Nil for success, or the error.
    public var errno: LinuxErrno?
    /// The error behind every check at which a call that counts as a success ended, so that nothing was written on success;
    /// only the running kernel tells.
    public var passing: LinuxErrno?
    /// The struct as the kernel saw it; only a simulated kernel tells, and only on success.
    public var kernelStruct: [UInt8]?
    /// The mapped user memory afterwards.
    public var memory: [UInt8]
    /// What the word holds afterwards that a second pointer leads to, where the size travels so.
    public var usize: UInt64?
    /// The number that the call returned, where its flags argument asked for one or a program made a call of its own; a
    /// simulated kernel tells none that it makes up, such as a descriptor's.
    public var value: Int?
    /// What the memory holds afterwards that a program gave arguments and members, by name; a simulated kernel writes
    /// nothing there.
    public var memories: [String: [UInt8]] = [:]
    /// What a program's own call left, which is the program's; only the running kernel leaves anything.
    public var left: Left?
    /// How the kernel touched user memory, in order; only a simulated kernel tells.
    public var accesses: [Access]
    /// Which check rejected the call; only a simulated kernel tells.
    public var rejection: Rejection?
    /// What the kernel took in, on success; only a simulated kernel tells.
    public var received: Received?
    /// How it is known that the kernel answers so; only a simulated kernel tells.
    public var basis: Behavior.Basis?

    /// What a call leaves to the program that made it.
    public enum Left: Hashable, Sendable {
      /// A descriptor.
      case descriptor(OwnedDescriptor)
      /// A child process.
      case child(OwnedChild)
    }

    /// Makes an outcome.
    public init(
      errno: LinuxErrno? = nil, kernelStruct: [UInt8]? = nil, memory: [UInt8] = [], usize: UInt64? = nil,
      accesses: [Access] = [],
      rejection: Rejection? = nil, received: Received? = nil, basis: Behavior.Basis? = nil
    ) {
      self.errno = errno
      self.kernelStruct = kernelStruct
      self.memory = memory
      self.usize = usize
      self.accesses = accesses
      self.rejection = rejection
      self.received = received
      self.basis = basis
    }
  }
}
