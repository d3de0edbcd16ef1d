internal import ExtensibleStructs
internal import Glibc

extension Files {
  /// Whether ``write(_:to:)`` is likely to succeed: for a caller that works long before it has something to write.
  ///
  /// - Throws: ENOENT if there is no such folder, EISDIR for a folder, EACCES or EROFS if it may not be written.
  ///
  /// The corresponding C function is `access`.
  package static func checkWritable(_ path: String) throws(SystemError) {
    let kind = kind(of: path)
    try SystemError.naming("open(\(path))") { () throws(LinuxErrno) in
      if kind == .folder { throw LinuxErrno(rawValue: EISDIR) }
      let asked = kind == nil ? folder(of: path) : path
      guard unsafe access(asked, kind == nil ? W_OK | X_OK : W_OK) == 0 else {
        throw LinuxErrno(rawValue: errno)
      }
    }
  }

  /// Makes these bytes the file's content; a file that is not there is made, readable by all.
  ///
  /// - Throws: what the kernel answered, with the path. A file that was not there before is then gone again.
  ///
  /// The corresponding C function is `open` with `O_CREAT | O_TRUNC`.
  package static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let isNew = kind(of: path) == nil
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY
    let file = FileDescriptor(
      owning: try SystemError.naming("open(\(path))") { () throws(LinuxErrno) in
        try Syscalls.open(path, flags, mode: 0o644)
      })
    do throws(SystemError) { try file.write(bytes) } catch {
      if isNew { unsafe unlink(path) }
      throw SystemError("write(\(path))", error.errno)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
