package import ExtensibleStructs
internal import KernelInterfaces
internal import LinuxSystem

/// A call whose registers are known. Making it allocates nothing.
package struct PreparedCall: Sendable {
  /// The system call's number.
  let number: Int64
  /// What the six argument registers hold.
  let registers: InlineArray<6, UInt64>
  /// What a successful call leaves behind.
  let product: CallShape.Product

  /// Makes the call on this thread, and takes away what it leaves behind. It is never made twice: the errno is what
  /// callers want to see.
  ///
  /// - Returns: what the kernel answered, nil for success.
  package func make() -> LinuxErrno? {
    do throws(LinuxErrno) {
      switch product {
      case .child: _ = try Syscalls.forking(number, registers)
      case .descriptor:
        _ = FileDescriptor(owning: Int32(truncatingIfNeeded: try Syscalls.call(number, registers)))
      case .nothing: _ = try Syscalls.call(number, registers)
      }
    } catch { return error }
    return nil
  }
}
