internal import Glibc

/// What is asked of paths.
package enum Files {
  /// What a path leads to, symbolic links followed.
  package enum Kind: Sendable {
    /// A folder.
    case folder
    /// A file of bytes.
    case file
    /// A device, a pipe, a socket.
    case other
  }

  /// What a path leads to; nil if to nothing. The corresponding C function is `stat`.
  package static func kind(of path: String) -> Kind? {
    guard let status = status(of: path) else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .other
    }
  }

  /// When a file was last written, in seconds since 1970. The corresponding C function is `stat`.
  package static func modified(_ path: String) -> Int? {
    status(of: path).map { Int($0.st_mtim.tv_sec) }
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    // Sound: `status` is there for the call to fill.
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// Whether this is a file that may be run. The corresponding C function is `access`.
  package static func isExecutable(_ path: String) -> Bool {
    unsafe kind(of: path) == .file && access(path, X_OK) == 0
  }

  /// The whole of a file.
  ///
  /// - Throws: what the kernel answered, with the path.
  package static func contents(of path: String) throws(SystemError) -> [UInt8] {
    let file = try FileDescriptor(opening: path, .readOnly)
    do throws(SystemError) { return try file.readAll() } catch {
      throw SystemError("read(\(path))", error.errno)
    }
  }

  /// The names in a folder, sorted, without those that start with a dot; none if it cannot be read.
  ///
  /// The corresponding C functions are `opendir` and `readdir`.
  package static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      // Sound: the entry is the C library's until the next call, and its name ends with a zero byte.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Where a symbolic link leads; nil if it cannot be read. The corresponding C function is `readlink`.
  package static func target(ofLink path: String) -> String? {
    var failed = false
    // Sound: `count` is what the call has filled.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { target, count in
      let length = unsafe target.withMemoryRebound(to: CChar.self) {
        unsafe readlink(path, $0.baseAddress!, $0.count)
      }
      failed = length < 0
      count = max(length, 0)
    }
    return failed ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
