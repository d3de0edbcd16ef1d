#if canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension System {
  /// What a path leads to, symbolic links followed; `nil` if to nothing.
  enum FileKind { case folder, file, other }

  static func kind(of path: String) -> FileKind? {
    var status = stat()
    // Sound: `status` is there for the call to fill.
    guard unsafe stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// When a file was last written, in seconds since 1970.
  static func modified(_ path: String) -> Int? {
    var status = stat()
    // Sound: `status` is there for the call to fill.
    return unsafe stat(path, &status) == 0 ? Int(status.st_mtim.tv_sec) : nil
  }

  static func isExecutable(_ path: String) -> Bool {
    unsafe kind(of: path) == .file && access(path, X_OK) == 0
  }

  /// The names in a folder, sorted, without those that start with a dot.
  static func names(in folder: String) -> [String] {
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

  /// Where a symbolic link leads.
  static func target(ofLink path: String) -> String? {
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

  /// A variable of the environment.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
