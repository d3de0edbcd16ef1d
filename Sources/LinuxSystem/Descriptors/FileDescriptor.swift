internal import ExtensibleStructs
internal import Glibc

/// The owner of an open file descriptor: it closes it when it goes.
package struct FileDescriptor: ~Copyable, Sendable {
  /// The descriptor's number, in the table of the thread that opened it.
  package let rawValue: Int32

  /// Takes over a descriptor that nothing else will close.
  package init(owning rawValue: Int32) { self.rawValue = rawValue }

  /// What a file is opened for.
  package enum Access: Sendable {
    /// Reading only.
    case readOnly
    /// Reading and writing.
    case readWrite
  }

  /// Opens an existing file, to be closed on exec. A terminal does not become this process's own.
  ///
  /// - Throws: what the kernel answered, such as ENOENT, with the path.
  ///
  /// The corresponding C function is `open`.
  package init(opening path: String, _ access: Access = .readWrite) throws(SystemError) {
    let flags = (access == .readOnly ? O_RDONLY : O_RDWR) | O_CLOEXEC | O_NOCTTY
    rawValue = try SystemError.naming("open(\(path))") { () throws(LinuxErrno) in
      try Syscalls.open(path, flags)
    }
  }

  /// A negative number is no descriptor, and nothing is closed for it.
  ///
  /// The corresponding C function is `close`.
  deinit {
    if rawValue >= 0 { try? Syscalls.close(rawValue) }
  }

  /// Gives the number away: whoever takes it has to close it.
  package consuming func take() -> Int32 {
    let number = rawValue
    discard self
    return number
  }

  /// Gives this file the number `number` as well, closing what had that number before.
  ///
  /// Nothing owns the second number. Inside `withPrivateDescriptors` it goes with the table.
  ///
  /// - Throws: EBADF if this descriptor is not open, or `number` is out of range.
  ///
  /// The corresponding C function is `dup2`.
  package borrowing func duplicate(onto number: Int32) throws(SystemError) {
    let source = rawValue
    try SystemError.naming("dup2(\(source), \(number))") { () throws(LinuxErrno) in
      try Syscalls.dup2(source, number)
    }
  }

  /// Whether the number is open in the table of the calling thread.
  ///
  /// The corresponding C function is `fcntl` with `F_GETFD`.
  package borrowing func isOpen() -> Bool { Syscalls.isOpen(rawValue) }

  /// Makes reading and writing return at once. The corresponding C constant is `O_NONBLOCK`.
  package borrowing func makeNonblocking() throws(SystemError) {
    let number = rawValue
    try SystemError.naming("fcntl(F_SETFL)") { () throws(LinuxErrno) in try Syscalls.makeNonblocking(number) }
  }
}
