internal import CLinux
internal import ExtensibleStructs
internal import Glibc

/// What the first process of a machine does to it.
package enum Machine {
  /// Makes a folder, unless it is there, and mounts a file system of that type on it.
  ///
  /// The corresponding C functions are `mkdir` and `mount`.
  package static func mount(_ type: String, on folder: String) throws(SystemError) {
    unsafe mkdir(folder, 0o755)
    let (type, path) = (type.utf8CString, folder.utf8CString)
    try SystemError.naming("mount(\(folder))") { () throws(LinuxErrno) in
      // There is no data for the file system, and its source is named like its type.
      try type.span.withAddress { (type) throws(LinuxErrno) in
        try path.span.withAddress { (path) throws(LinuxErrno) in
          _ = try Syscalls.call(clinux_SYS_mount, type, path, type)
        }
      }
    }
  }

  /// Takes what was mounted last on a folder off it again. The corresponding C function is `umount`.
  package static func unmount(_ folder: String) { unsafe umount(folder) }

  /// Loads a module, without parameters, into the running kernel, which unpacks it first if it is `compressed`. One
  /// that is loaded already is left as it is.
  ///
  /// The corresponding C function is `finit_module`.
  package static func loadModule(_ path: String, compressed: Bool) throws(SystemError) {
    let file = try FileDescriptor(opening: path, .readOnly)
    let number = file.rawValue.word
    let parameters = "".utf8CString
    try SystemError.naming("finit_module(\(path))") { () throws(LinuxErrno) in
      try parameters.span.withAddress { (parameters) throws(LinuxErrno) in
        // The flag is MODULE_INIT_COMPRESSED_FILE.
        do throws(LinuxErrno) {
          _ = try Syscalls.call(clinux_SYS_finit_module, number, parameters, compressed ? 4 : 0)
        } catch  where error == .EEXIST {}
      }
    }
    // Open until here.
    _ = consume file
  }

  /// Restarts the machine. The corresponding C functions are `sync` and `reboot`.
  package static func restart() -> Never {
    sync()
    // The numbers are `LINUX_REBOOT_MAGIC1`, `LINUX_REBOOT_MAGIC2` and `LINUX_REBOOT_CMD_RESTART`.
    _ = clinux_syscall(clinux_SYS_reboot, 0xFEE1_DEAD, 672_274_793, 0x0123_4567, 0, 0, 0)
    exit(1)
  }
}
