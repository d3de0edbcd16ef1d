internal import ExtensibleStructs
internal import Glibc

/// What is asked of descriptors that may be terminals.
package enum Terminal {
  /// Whether the descriptor is a terminal. The corresponding C function is `isatty`.
  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many columns the terminal says it has, if it says so. The corresponding C constant is `TIOCGWINSZ`.
  package static func columns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    // Sound: the kernel fills the struct, which lives through the call.
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

extension FileDescriptor {
  /// Opens a serial port that passes every byte as it is, at 115200 baud.
  ///
  /// The corresponding C functions are `open`, `tcgetattr` and `tcsetattr`.
  package init(serialPort path: String) throws(SystemError) {
    let port = try FileDescriptor(opening: path, .readWrite)
    var mode = termios()
    // Sound, here and below: each call gets a struct that lives through it.
    guard unsafe tcgetattr(port.rawValue, &mode) == 0 else {
      throw SystemError("tcgetattr(\(path))", LinuxErrno(rawValue: errno))
    }
    unsafe cfmakeraw(&mode)
    unsafe cfsetspeed(&mode, speed_t(B115200))
    guard unsafe tcsetattr(port.rawValue, TCSANOW, &mode) == 0 else {
      throw SystemError("tcsetattr(\(path))", LinuxErrno(rawValue: errno))
    }
    self = port
  }

  /// Waits until all that was written to a serial port has left it. The corresponding C function is `tcdrain`.
  package borrowing func drain() { tcdrain(rawValue) }
}
