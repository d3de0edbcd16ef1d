internal import CLinux
package import ExtensibleStructs
internal import Glibc

extension Syscalls {
  static func open(_ path: String, _ flags: Int32, mode: UInt64 = 0) throws(LinuxErrno) -> Int32 {
    let bytes = path.utf8CString
    return try bytes.span.withAddress { (address) throws(LinuxErrno) in
      Int32(
        try retrying { () throws(LinuxErrno) in
          try call(clinux_SYS_openat, AT_FDCWD.word, address, flags.word, mode)
        })
    }
  }

  /// Never retried: after EINTR Linux has closed the descriptor, and its number may be another thread's.
  static func close(_ descriptor: Int32) throws(LinuxErrno) {
    _ = try call(clinux_SYS_close, descriptor.word)
  }

  /// Never retried: the errno is what callers want to see. The argument is an integer or an address.
  package static func ioctl(
    _ descriptor: Int32, _ request: UInt32, _ argument: UInt64
  ) throws(LinuxErrno) -> Int32 {
    Int32(truncatingIfNeeded: try call(clinux_SYS_ioctl, descriptor.word, UInt64(request), argument))
  }

  /// Reads at most `count` bytes to an address; 0 at a file's end, EAGAIN if there is nothing to read now.
  static func read(_ descriptor: Int32, _ address: UInt64, _ count: Int) throws(LinuxErrno) -> Int {
    Int(
      try retrying { () throws(LinuxErrno) in
        try call(clinux_SYS_read, descriptor.word, address, UInt64(count))
      })
  }

  /// Writes at most `count` bytes from an address, and answers how many it were.
  static func write(_ descriptor: Int32, _ address: UInt64, _ count: Int) throws(LinuxErrno) -> Int {
    Int(
      try retrying { () throws(LinuxErrno) in
        try call(clinux_SYS_write, descriptor.word, address, UInt64(count))
      })
  }

  /// Waits until one of the descriptors is ready or at its end, and answers which are: none if the time is over
  /// first, or a signal came. A negative time is no limit.
  static func poll(
    _ descriptors: [Int32], for events: Int32, milliseconds: Int32
  ) throws(LinuxErrno) -> [Int32] {
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(events), revents: 0) }
    // Sound: the count is the array's, and the array lives through the call.
    guard unsafe Glibc.poll(&polled, nfds_t(polled.count), milliseconds) >= 0 else {
      guard errno == EINTR else { throw LinuxErrno(rawValue: errno) }
      return []
    }
    return polled.lazy.filter { $0.revents != 0 }.map(\.fd)
  }

  /// Gives `descriptor` the number `number` too, closing what had it. The two may be equal.
  static func dup2(_ descriptor: Int32, _ number: Int32) throws(LinuxErrno) {
    if descriptor == number {
      _ = try call(clinux_SYS_fcntl, descriptor.word, F_GETFD.word)
    } else {
      _ = try retrying { () throws(LinuxErrno) in try call(clinux_SYS_dup3, descriptor.word, number.word, 0) }
    }
  }

  /// Whether this number is an open descriptor of the calling thread's table.
  static func isOpen(_ descriptor: Int32) -> Bool {
    (try? call(clinux_SYS_fcntl, descriptor.word, F_GETFD.word)) != nil
  }

  /// Makes reading and writing return at once.
  static func makeNonblocking(_ descriptor: Int32) throws(LinuxErrno) {
    let flags = try call(clinux_SYS_fcntl, descriptor.word, F_GETFL.word)
    _ = try call(clinux_SYS_fcntl, descriptor.word, F_SETFL.word, UInt64(flags) | O_NONBLOCK.word)
  }

  /// The two ends of a pipe, to be closed.
  static func pipe() throws(LinuxErrno) -> (reading: Int32, writing: Int32) {
    var ends: (reading: Int32, writing: Int32) = (-1, -1)
    try unsafe withUnsafeMutableBytes(of: &ends) { (ends) throws(LinuxErrno) in
      // Sound: the kernel fills two integers, and there are two.
      _ = try call(clinux_SYS_pipe2, UInt64(UInt(bitPattern: ends.baseAddress)), O_CLOEXEC.word)
    }
    return ends
  }

  /// A file in memory that has no name in any folder, to be closed.
  static func memfdCreate(_ name: String) throws(LinuxErrno) -> Int32 {
    let bytes = name.utf8CString
    return try bytes.span.withAddress { (address) throws(LinuxErrno) in
      Int32(try call(clinux_SYS_memfd_create, address, 1))  // MFD_CLOEXEC
    }
  }

  /// A descriptor of this process, to be closed.
  package static func pidfdOpenSelf() throws(LinuxErrno) -> Int32 {
    Int32(truncatingIfNeeded: try call(clinux_SYS_pidfd_open, getpid().word, 0))
  }
}
