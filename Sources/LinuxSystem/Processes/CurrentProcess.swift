internal import Glibc

/// This process.
package enum CurrentProcess {
  /// Its number. The corresponding C function is `getpid`.
  package static var id: Int32 { getpid() }

  /// Ends it. The corresponding C function is `exit`.
  package static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  /// A variable of its environment, if it is set. The corresponding C function is `getenv`.
  package static func environment(_ name: String) -> String? {
    // Sound: the text ends with a zero byte, and is copied at once.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The running kernel's release, such as `6.18.44`, and its version, as `uname -r` and `-v` say them.
  package static func kernelRelease() -> (release: String, version: String) {
    var name = utsname()
    guard unsafe uname(&name) == 0 else { return ("", "") }
    func text<T>(_ field: inout T) -> String {
      unsafe withUnsafeBytes(of: &field) { bytes in
        // Sound: the kernel filled a struct of fixed arrays, each with a zero byte at its end.
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
    }
    return (text(&name.release), text(&name.version))
  }
}
