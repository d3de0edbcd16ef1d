internal import ExtensibleStructs

/// The owner of an open file descriptor: it closes it when it goes.
public struct FileDescriptor: ~Copyable, Sendable {
  /// The descriptor's number, in the table of the thread that opened it.
  public let rawValue: Int32

  /// Takes over a descriptor that nothing else will close.
  public init(owning rawValue: Int32) { self.rawValue = rawValue }

  /// Opens an existing file for reading and writing, to be closed on exec.
  ///
  /// - Throws: what the kernel answered, such as ENOENT, with the path.
  ///
  /// The corresponding C function is `open`.
  public init(opening path: String) throws(SystemError) {
    let openReadWrite: Int32 = 0o2
    let closeOnExec: Int32 = 0o2000000
    rawValue = try SystemError.naming("open(\(path))") { () throws(Errno) in
      try Syscalls.open(path, openReadWrite | closeOnExec)
    }
  }

  /// A negative number is no descriptor, and nothing is closed for it.
  ///
  /// The corresponding C function is `close`.
  deinit {
    if rawValue >= 0 { try? Syscalls.close(rawValue) }
  }

  /// Gives the number away: whoever takes it has to close it.
  public consuming func take() -> Int32 {
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
  public borrowing func duplicate(onto number: Int32) throws(SystemError) {
    let source = rawValue
    try SystemError.naming("dup2(\(source), \(number))") { () throws(Errno) in
      try Syscalls.dup2(source, number)
    }
  }

  /// Whether the number is open in the table of the calling thread.
  ///
  /// The corresponding C function is `fcntl` with `F_GETFD`.
  public borrowing func isOpen() -> Bool { Syscalls.isOpen(rawValue) }
}
