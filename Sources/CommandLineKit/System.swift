#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A system call that failed.
struct SystemError: Error, Equatable, CustomStringConvertible {
  /// The number that the call left in `errno`.
  var errno: Int32

  /// The text of the C library for it, such as "No space left on device".
  var description: String {
    guard let text = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: text)
  }

  /// Whether the reader of a pipe has gone away.
  var isBrokenPipe: Bool { errno == EPIPE }
}

/// What this module asks of the C library; no other file calls it.
enum System {
  /// Writes all the bytes, however many calls it takes.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      // The pointer lives inside the closure only.
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        // A descriptor that was made non-blocking elsewhere: wait until it takes more.
        var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&waited, 1, -1)
      } else if errno != EINTR {
        throw SystemError(errno: errno)
      }
    }
  }

  /// Reads up to `limit` bytes onto the end of the buffer, and returns how many; 0 is the end of the file.
  static func read(_ limit: Int, from descriptor: Int32, into buffer: inout [UInt8]) throws(SystemError)
    -> Int
  {
    var failure: Int32 = 0
    // The pointer lives inside the closure only, and `count` is what the kernel has filled.
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: limit) { target, count in
      var result = -1
      repeat {
        result = unsafe readBytes(descriptor, UnsafeMutableRawBufferPointer(target))
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      count = max(result, 0)
    }
    guard failure == 0 else { throw SystemError(errno: failure) }
    buffer.append(contentsOf: chunk)
    return chunk.count
  }

  /// Opens a file for reading.
  static func openForReading(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(errno: errno) }
    return descriptor
  }

  /// Closes a descriptor that was only read, so that nothing can be lost.
  static func closeReading(_ descriptor: Int32) { _ = close(descriptor) }

  /// Whether the descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many columns the terminal says it has, if it says so.
  static func terminalColumns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A variable of the environment, if it is set.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Ends the process.
  static func end(_ code: Int32) -> Never { exit(code) }

  private static func readBytes(_ descriptor: Int32, _ target: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Musl)
      unsafe Musl.read(descriptor, target.baseAddress, target.count)
    #else
      unsafe Glibc.read(descriptor, target.baseAddress, target.count)
    #endif
  }
}
