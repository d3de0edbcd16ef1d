internal import ExtensibleStructs

// KVM's further ioctls of a virtual machine whose structs have reserved words or room to grow. Each is
// dispatched on its full number, and not one looks at its pad: garbage there was accepted, as run on Linux 6.18
// (x86_64). The room can therefore only be used behind a new flag, which all but the one device call check.
// Linux 6.1 is the first release described; that it had the same flags is from memory.

extension Catalog {
  /// One of these calls: one size, one ioctl number.
  static func machineCall<S: ExtensibleStruct>(
    _ name: String, _ type: S.Type, _ summary: String, scheme: Scheme = .newIoctl, call: CallShape
  ) throws(InterfaceError) -> Interface {
    try Interface(
      name, history: history(type), absent: .ENOTTY, summary: summary, call: call,
      editions: [Edition(since: Release(6, 1), version: 0, scheme: scheme)])
  }
}
