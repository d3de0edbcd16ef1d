internal import CLinux
internal import ExtensibleStructs

/// A descriptor that reports when anyone, the kernel too, touches a missing page of a range.
package struct UserFaultDescriptor: ~Copyable {
  private let descriptor: FileDescriptor

  /// Opens it.
  ///
  /// - Throws: EPERM where faults of the kernel may not be handled, ENOSYS where there is no such call.
  ///
  /// The corresponding C function is `userfaultfd`, with `UFFDIO_API`.
  package init() throws(SystemError) {
    let opened = FileDescriptor(
      owning: try SystemError.naming("userfaultfd") { () throws(LinuxErrno) in try Syscalls.userfaultfd() })
    try Self.send("UFFDIO_API", clinux_UFFDIO_API, [clinux_UFFD_API, 0, 0], to: opened)
    descriptor = opened
  }

  /// Asks for reports of the pages that are missing. The corresponding C constant is `UFFDIO_REGISTER`.
  package borrowing func register(_ address: UInt64, length: Int) throws(SystemError) {
    try Self.send(
      "UFFDIO_REGISTER", clinux_UFFDIO_REGISTER,
      [address, UInt64(length), clinux_UFFDIO_REGISTER_MODE_MISSING, 0], to: descriptor)
  }

  /// Lets the pages be filled with zeros as ever, and lets go on who waits for one. The corresponding C constant
  /// is `UFFDIO_UNREGISTER`.
  package borrowing func unregister(_ address: UInt64, length: Int) throws(SystemError) {
    try Self.send("UFFDIO_UNREGISTER", clinux_UFFDIO_UNREGISTER, [address, UInt64(length)], to: descriptor)
  }

  /// Fills a missing page, and lets go on who waits for it. The corresponding C constant is `UFFDIO_COPY`.
  package borrowing func fill(_ address: UInt64, from source: UInt64, length: Int) throws(SystemError) {
    try Self.send("UFFDIO_COPY", clinux_UFFDIO_COPY, [address, source, UInt64(length), 0, 0], to: descriptor)
  }

  /// Waits for a fault; false if the time is over first.
  ///
  /// The corresponding C functions are `poll` and `read`.
  package borrowing func waitForFault(milliseconds: Int32) throws(SystemError) -> Bool {
    guard try !FileDescriptor.poll([descriptor.rawValue], milliseconds: milliseconds).isEmpty else {
      return false
    }
    // The first byte of a message says what it is; no message is split.
    return try descriptor.read(limit: Int(clinux_uffd_msg_size))?.first == clinux_UFFD_EVENT_PAGEFAULT
  }

  /// Makes one ioctl on a struct of 64-bit words.
  private static func send(
    _ name: String, _ request: UInt32, _ words: [UInt64], to descriptor: borrowing FileDescriptor
  ) throws(SystemError) {
    var bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
    _ = try descriptor.ioctl("userfaultfd: \(name)", request, updating: &bytes)
  }
}
