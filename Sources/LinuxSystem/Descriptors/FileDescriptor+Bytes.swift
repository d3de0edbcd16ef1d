internal import ExtensibleStructs
internal import Glibc

extension FileDescriptor {
  /// Reads what is there, at most `limit` bytes.
  ///
  /// - Returns: the bytes, none at the end, and nil if there is nothing to read now.
  ///
  /// The corresponding C function is `read`.
  package borrowing func read(limit: Int = 1 << 16) throws(SystemError) -> [UInt8]? {
    try Self.read(rawValue, limit: limit)
  }

  /// Reads from a descriptor that is not owned, such as standard input.
  package static func read(_ number: Int32, limit: Int = 1 << 16) throws(SystemError) -> [UInt8]? {
    var failure: LinuxErrno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { target, count in
      do throws(LinuxErrno) {
        // Sound: the kernel writes at most `limit` bytes, and `count` is how many it wrote.
        count = try Syscalls.read(number, UInt64(UInt(bitPattern: target.baseAddress)), limit)
      } catch { failure = error }
    }
    switch failure {
    case nil: return bytes
    case .EAGAIN: return nil
    case let errno?: throw SystemError("read", errno)
    }
  }

  /// Reads to the end, and waits where there is nothing to read yet.
  package borrowing func readAll() throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = try Self.readWaiting(rawValue, limit: 1 << 20)
      if part.isEmpty { return bytes }
      bytes += part
    }
  }

  /// Reads from a descriptor that is not owned, and waits where someone made it non-blocking and there is nothing yet.
  package static func readWaiting(_ number: Int32, limit: Int) throws(SystemError) -> [UInt8] {
    while true {
      if let bytes = try read(number, limit: limit) { return bytes }
      _ = try poll([number], milliseconds: -1)
    }
  }

  /// Writes all the bytes, however many calls it takes.
  ///
  /// The corresponding C functions are `write` and, for a descriptor that is full, `poll`.
  package borrowing func write(_ bytes: [UInt8]) throws(SystemError) { try Self.write(bytes, to: rawValue) }

  /// Writes all the bytes to a descriptor that is not owned, such as standard output.
  package static func write(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
    try SystemError.naming("write") { () throws(LinuxErrno) in
      try bytes.span.withAddress { (address) throws(LinuxErrno) in
        var written = 0
        while written < bytes.count {
          do throws(LinuxErrno) {
            written += try Syscalls.write(number, address + UInt64(written), bytes.count - written)
          } catch  where error == .EAGAIN {
            // Someone made it non-blocking: wait until it takes more.
            _ = try Syscalls.poll([number], for: POLLOUT, milliseconds: -1)
          }
        }
      }
    }
  }

  /// Waits until one of the descriptors is ready or at its end, and answers which are: none if the time is over
  /// first, or a signal came. A negative time is no limit.
  ///
  /// The corresponding C function is `poll`.
  package static func poll(_ descriptors: [Int32], milliseconds: Int32) throws(SystemError) -> [Int32] {
    try SystemError.naming("poll") { () throws(LinuxErrno) in
      try Syscalls.poll(descriptors, for: POLLIN, milliseconds: milliseconds)
    }
  }

  /// A file in memory with these bytes, to be read from its start. Nothing of it remains when the last descriptor is
  /// closed.
  ///
  /// The corresponding C function is `memfd_create`.
  package static func inMemory(_ name: String, _ bytes: [UInt8]) throws(SystemError) -> FileDescriptor {
    let file = FileDescriptor(
      owning: try SystemError.naming("memfd_create") { () throws(LinuxErrno) in try Syscalls.memfdCreate(name)
      })
    try file.write(bytes)
    guard lseek(file.rawValue, 0, SEEK_SET) == 0 else {
      throw SystemError("lseek", LinuxErrno(rawValue: errno))
    }
    return file
  }
}
