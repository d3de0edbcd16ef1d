internal import CLinux

#if canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension System {
  /// Makes a folder, unless it is there, and mounts a file system of that type on it.
  static func mount(_ type: String, on folder: String) throws(SystemFailure) {
    unsafe mkdir(folder, 0o755)
    // Sound: the strings live for the call, and there is no data for the file system.
    let failed = unsafe type.withCString { type in
      unsafe folder.withCString { folder in
        clinux_syscall(
          clinux_SYS_mount, UInt64(UInt(bitPattern: type)), UInt64(UInt(bitPattern: folder)),
          UInt64(UInt(bitPattern: type)), 0, 0, 0)
      }
    }
    guard failed >= 0 else {
      throw SystemFailure(action: "mount \(type) on \(folder)", errno: Int32(-failed))
    }
  }

  /// Takes what was mounted last on a folder off it again.
  static func unmount(_ folder: String) { unsafe umount(folder) }

  /// Loads a module into the running kernel, which unpacks it first if `compressed`.
  static func loadModule(_ path: String, compressed: Bool) throws(SystemFailure) {
    let descriptor = try open(path)
    defer { close(descriptor) }
    // Sound: the module has no parameters, an empty string.
    let failed = unsafe "".withCString {
      clinux_syscall(
        clinux_SYS_finit_module, UInt64(descriptor), UInt64(UInt(bitPattern: $0)),
        compressed ? 4 : 0, 0, 0, 0)  // MODULE_INIT_COMPRESSED_FILE
    }
    guard failed >= 0 || failed == -Int64(EEXIST) else {
      let hint: String? =
        switch Int32(-failed) {
        case ENOENT: "it needs what the kernel and the modules before it do not have"
        case ENOEXEC: "it is no module, or one of another kernel"
        case EOPNOTSUPP where compressed: "this kernel does not unpack modules (CONFIG_MODULE_DECOMPRESS)"
        case EOPNOTSUPP: "the processor lacks what it is for"
        default: nil
        }
      throw SystemFailure(action: "load the module \(path)", errno: Int32(-failed), hint: hint)
    }
  }

  /// Opens a serial port that passes every byte as it is.
  static func openSerialPort(_ path: String) throws(SystemFailure) -> Int32 {
    let descriptor = try open(path, O_RDWR | O_NOCTTY)
    var mode = termios()
    guard unsafe tcgetattr(descriptor, &mode) == 0 else {
      throw SystemFailure(action: "use \(path)", errno: errno)
    }
    unsafe cfmakeraw(&mode)
    unsafe cfsetspeed(&mode, speed_t(B115200))
    guard unsafe tcsetattr(descriptor, TCSANOW, &mode) == 0 else {
      throw SystemFailure(action: "use \(path)", errno: errno)
    }
    return descriptor
  }

  /// Waits until all that was written to a serial port has left it.
  static func drain(_ descriptor: Int32) { tcdrain(descriptor) }

  /// Restarts the machine; in the lab that is its end.
  static func restartMachine() -> Never {
    sync()
    // The numbers are `LINUX_REBOOT_MAGIC1`, `LINUX_REBOOT_MAGIC2` and `LINUX_REBOOT_CMD_RESTART`.
    _ = clinux_syscall(clinux_SYS_reboot, 0xFEE1_DEAD, 672_274_793, 0x0123_4567, 0, 0, 0)
    exit(1)
  }

  static func exit(_ status: Int32) -> Never { endProcess(status) }
}
