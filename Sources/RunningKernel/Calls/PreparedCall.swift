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

  /// Makes the call on this thread for a program, which keeps what it leaves behind.
  ///
  /// - Parameter restarts: whether it is made again when a signal interrupts it.
  func makeForProgram(restarts: Bool) -> Executor.Answer {
    while true {
      do throws(LinuxErrno) {
        let value = try product == .child ? branch() : enter()
        var answer = Executor.Answer(.success(value))
        answer.left = left(of: value)
        return answer
      } catch {
        if restarts, error == .EINTR { continue }
        return Executor.Answer(errno: error)
      }
    }
  }

  /// What a successful call leaves that returned `value`.
  private func left(of value: Int64) -> KernelCall.Outcome.Left? {
    switch product {
    case .nothing: nil
    case .descriptor: .descriptor(RunningKernel.adopt(Int32(truncatingIfNeeded: value)))
    case .child:
      .child(
        OwnedChild(Int32(truncatingIfNeeded: value)) { child in
          do throws(LinuxErrno) { return try Syscalls.reap(child) } catch { return -error.rawValue }
        })
    }
  }

  private func branch() throws(LinuxErrno) -> Int64 {
    guard abi != .i386 else { return try Syscalls.forkingI386(number, registers) }
    return try Syscalls.branching(number, registers)
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
