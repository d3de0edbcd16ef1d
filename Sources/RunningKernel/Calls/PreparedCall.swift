package import ExtensibleStructs
internal import KernelInterfaces
internal import LinuxSystem

/// A call whose registers are known. Making it allocates nothing.
package struct PreparedCall: Sendable {
  /// The system call's number.
  let number: Int64
  /// Whose call it is: a 32-bit program's is made by `int $0x80`.
  let abi: SystemCallNumber.Architecture
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
      case .child:
        _ = try abi == .i386 ? Syscalls.forkingI386(number, registers) : Syscalls.forking(number, registers)
      case .descriptor: _ = FileDescriptor(owning: Int32(truncatingIfNeeded: try enter()))
      case .nothing: _ = try enter()
      }
    } catch { return error }
    return nil
  }

  /// Makes a call that is asked for a number, and so leaves nothing behind.
  func makeForNumber() -> Result<Int64, LinuxErrno> {
    do throws(LinuxErrno) { return .success(try enter()) } catch { return .failure(error) }
  }

  @inline(__always)
  private func enter() throws(LinuxErrno) -> Int64 {
    try abi == .i386 ? Syscalls.i386(number, registers) : Syscalls.call(number, registers)
  }
}
