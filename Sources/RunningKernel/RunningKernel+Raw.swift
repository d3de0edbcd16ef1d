package import ExtensibleStructs
package import KernelInterfaces
package import LinuxSystem

extension RunningKernel {
  /// Makes a call on memory of which a page is missing. The size has to travel inside the struct.
  ///
  /// - Returns: the errno; nil for success, or for an error that comes after every check that the interface
  ///   describes.
  /// - Throws: ``CallError``, or what stood in the way of the call.
  package func errno(of interface: Interface, on buffer: FaultingBuffer) throws -> LinuxErrno? {
    guard let errno = try rawErrno(of: interface, on: buffer) else { return nil }
    return interface.call?.passing(errno) == nil ? errno : nil
  }

  /// Makes a call on raw memory. Every errno is data, also one that counts as success elsewhere.
  ///
  /// - Parameters:
  ///   - usize: the size, or the number of elements, where it travels outside the struct; 0 if left out.
  ///   - flags: those that are an argument of the call.
  /// - Throws: ``CallError``, or what stood in the way of the call.
  package func rawErrno(
    of interface: Interface, on memory: GuardedBuffer, usize: UInt64 = 0, flags: UInt64 = 0
  ) throws -> LinuxErrno? {
    let given = Executor.Arguments(address: memory.address, usize: usize, flags: flags)
    return try executor.make(interface, sizeSource(of: interface), given).errno
  }

  /// Makes a call. Every errno is data, also one that counts as success elsewhere.
  ///
  /// - Throws: as ``answer(_:)``.
  package func rawErrno(of call: KernelCall) throws -> LinuxErrno? { try make(call).0.errno }

  /// Makes a call on memory of which a page is missing. Every errno is data.
  ///
  /// - Throws: ``CallError``, or what stood in the way of the call.
  package func rawErrno(of interface: Interface, on buffer: FaultingBuffer) throws -> LinuxErrno? {
    let given = Executor.Arguments(address: buffer.address)
    return try executor.make(interface, sizeSource(of: interface), given).errno
  }

  /// Runs `body` on a thread of its own, with a kernel whose calls are made on that thread: what one call sets of the
  /// thread, the next one sees, and it goes with the thread.
  ///
  /// - Throws: a ``SystemError`` if the thread cannot be made, or what `body` throws.
  public static func onNewThread<R: Sendable>(
    _ body: @Sendable (RunningKernel) throws -> R
  ) throws -> R {
    try LinuxSystem.onNewThread { try body(RunningKernel(isOnOwnThread: true)) }
  }
}
