package import ExtensibleStructs

extension FileDescriptor {
  /// Makes one ioctl on raw memory. The errno is data here: no error is thrown, and no call is made twice.
  ///
  /// - Parameter request: the full 32-bit number, known to the kernel or not.
  /// - Returns: what the kernel answered, nil for success.
  ///
  /// The corresponding C function is `ioctl`.
  package borrowing func ioctl(_ request: UInt32, _ memory: GuardedBuffer) -> LinuxErrno? {
    ioctl(request, at: memory.address)
  }

  /// Makes one ioctl on whatever is at an address. The errno is data, as above.
  package borrowing func ioctl(_ request: UInt32, at address: UInt64) -> LinuxErrno? {
    do { _ = try Syscalls.ioctl(rawValue, request, address) } catch { return error }
    return nil
  }

  /// Makes one ioctl on a copy of `bytes` with an unmapped byte behind it, and hands back what they became.
  ///
  /// - Returns: what the kernel answered, nil for success.
  /// - Throws: ENOMEM if there is no memory for the copy, EINVAL if `bytes` exceeds 16 MiB.
  ///
  /// The corresponding C function is `ioctl`.
  package borrowing func ioctl(_ request: UInt32, bytes: inout [UInt8]) throws(SystemError) -> LinuxErrno? {
    let memory = try GuardedBuffer(bytes)
    let errno = ioctl(request, memory)
    bytes = try memory.read()
    return errno
  }

  /// Makes one ioctl with an integer for its argument, again if a signal interrupts it.
  package borrowing func ioctl(
    _ operation: @autoclosure () -> String, _ request: UInt32, _ argument: UInt64 = 0
  ) throws(SystemError) -> Int32 {
    let number = rawValue
    return try SystemError.naming("ioctl(\(operation()))") { () throws(LinuxErrno) in
      Int32(
        try Syscalls.retrying { () throws(LinuxErrno) in
          Int64(try Syscalls.ioctl(number, request, argument))
        })
    }
  }

  /// Makes one ioctl on a C struct or a run of bytes that the kernel reads, or writes, or both.
  package borrowing func ioctl(
    _ operation: @autoclosure () -> String, _ request: UInt32, updating bytes: inout [UInt8]
  ) throws(SystemError) -> Int32 {
    let memory = try GuardedBuffer(bytes)
    let answer = try ioctl(operation(), request, memory.address)
    bytes = try memory.read()
    return answer
  }
}
