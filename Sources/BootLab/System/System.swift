internal import CLinux

#if canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What this module asks of the operating system about files and descriptors.
///
/// Only the files of this folder import the C library.
enum System {
  /// The C library's text for an error number.
  static func text(of errno: Int32) -> String {
    guard let text = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: text)
  }

  /// The error number of a pipe without a reader.
  static let brokenPipe = EPIPE

  /// Opens a file that is closed when another program is started.
  static func open(_ path: String, _ flags: Int32 = O_RDONLY) throws(SystemFailure) -> Int32 {
    let descriptor = openFile(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure(action: "open \(path)", errno: errno) }
    return descriptor
  }

  static func close(_ descriptor: Int32) { _ = closeFile(descriptor) }

  /// Reads what is there, at most `limit` bytes; empty at the end, `nil` if a call would have to wait.
  static func read(_ descriptor: Int32, limit: Int = 1 << 16) throws(SystemFailure) -> [UInt8]? {
    var failure: Int32 = 0
    // Sound: the pointer lives inside the closure only, and `count` is what the kernel has filled.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { target, count in
      var result = -1
      repeat {
        result = unsafe readFile(descriptor, target.baseAddress, limit)
      } while result < 0
        && errno == EINTR
      if result < 0 { failure = errno }
      count = max(result, 0)
    }
    if failure == EAGAIN { return nil }
    guard failure == 0 else { throw SystemFailure(action: "read", errno: failure) }
    return bytes
  }

  /// The whole of a file.
  static func contents(of path: String) throws(SystemFailure) -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    while true {
      guard let part = try? read(descriptor, limit: 1 << 20) else {
        throw SystemFailure(action: "read \(path)", errno: errno)
      }
      if part.isEmpty { return bytes }
      bytes += part
    }
  }

  /// Writes all the bytes, however many calls it takes.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32) throws(SystemFailure) {
    let bytes = Array(bytes)
    var written = 0
    while written < bytes.count {
      // Sound: the pointer lives inside the closure only.
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe writeFile(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        _ = try poll([descriptor], for: Int16(POLLOUT), milliseconds: -1)
      } else if errno != EINTR {
        throw SystemFailure(action: "write", errno: errno)
      }
    }
  }

  /// A file in memory that has no name. Nothing of it remains when the last descriptor is closed.
  static func memoryFile(_ bytes: [UInt8]) throws(SystemFailure) -> Int32 {
    // Sound: the name lives for the call; the flag is MFD_CLOEXEC.
    let answer = unsafe "initramfs".withCString {
      clinux_syscall(clinux_SYS_memfd_create, UInt64(UInt(bitPattern: $0)), 1, 0, 0, 0, 0)
    }
    guard answer >= 0 else { throw SystemFailure(action: "make a file in memory", errno: Int32(-answer)) }
    let descriptor = Int32(answer)
    do throws(SystemFailure) {
      try write(bytes, to: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  /// A pipe: the end to read from, and the end to write to.
  static func pipe() throws(SystemFailure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    // Sound: the call fills two elements, and there are two.
    let answer = unsafe ends.withUnsafeMutableBytes {
      clinux_syscall(
        clinux_SYS_pipe2, UInt64(UInt(bitPattern: $0.baseAddress)), UInt64(O_CLOEXEC), 0, 0, 0, 0)
    }
    guard answer == 0 else { throw SystemFailure(action: "make a pipe", errno: Int32(-answer)) }
    return (ends[0], ends[1])
  }

  /// Waits until one of the descriptors is ready or at its end, and answers which are; none if time ran out.
  static func poll(
    _ descriptors: [Int32], for events: Int16 = Int16(POLLIN), milliseconds: Int32
  ) throws(SystemFailure) -> [Int32] {
    var polled = descriptors.map { pollfd(fd: $0, events: events, revents: 0) }
    // Sound: the count is the array's.
    let count = unsafe waitForEvents(&polled, polled.count, milliseconds)
    if count < 0 && errno != EINTR { throw SystemFailure(action: "wait for input", errno: errno) }
    return count <= 0 ? [] : polled.lazy.filter { $0.revents != 0 }.map(\.fd)
  }

  /// Makes reading return at once.
  static func makeNonblocking(_ descriptor: Int32) { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
}
