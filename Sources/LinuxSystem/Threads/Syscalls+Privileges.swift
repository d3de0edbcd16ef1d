internal import CLinux
internal import ExtensibleStructs

extension Syscalls {
  /// struct __user_cap_header_struct of version 3, for the calling thread.
  private static let capabilityHeader: [UInt32] = [0x2008_0522, 0]

  /// The effective capabilities of the calling thread, lower half first.
  static func capabilities() throws(LinuxErrno) -> [UInt32] {
    // Two of struct __user_cap_data_struct: effective, permitted, inheritable.
    var data: InlineArray<6, UInt32> = InlineArray(repeating: 0)
    try unsafe withUnsafeMutableBytes(of: &data) { (data) throws(LinuxErrno) in
      // Sound: the kernel fills two structs of three words, and there are six words.
      let address = UInt64(UInt(bitPattern: data.baseAddress))
      try capabilityHeader.span.withAddress { (header) throws(LinuxErrno) in
        _ = try call(clinux_SYS_capget, header, address)
      }
    }
    return [data[0], data[3]]
  }

  /// Takes every capability from the calling thread.
  static func dropCapabilities() throws(LinuxErrno) {
    let none = [UInt32](repeating: 0, count: 6)
    try none.span.withAddress { (data) throws(LinuxErrno) in
      try capabilityHeader.span.withAddress { (header) throws(LinuxErrno) in
        _ = try call(clinux_SYS_capset, header, data)
      }
    }
  }

  private static let nobody: UInt64 = 65_534

  static func forgetGroups() throws(LinuxErrno) { _ = try call(clinux_SYS_setgroups, 0, 0) }
  static func becomeNobodysGroup() throws(LinuxErrno) {
    _ = try call(clinux_SYS_setresgid, nobody, nobody, nobody)
  }
  static func becomeNobody() throws(LinuxErrno) { _ = try call(clinux_SYS_setresuid, nobody, nobody, nobody) }

  /// Whether the process may dump its core and be traced: 0, 1 or 2.
  static func dumpable() throws(LinuxErrno) -> Int64 { try call(clinux_SYS_prctl, 3) }  // PR_GET_DUMPABLE
  static func setDumpable() throws(LinuxErrno) { _ = try call(clinux_SYS_prctl, 4, 1) }  // PR_SET_DUMPABLE
}
