internal import ExtensibleStructs
internal import KernelInterfaces

extension Interface {
  /// The errno that a call which succeeded left in the struct; nil if it left none there.
  func errno(in memory: [UInt8]) -> LinuxErrno? {
    guard let member = errnoMember else { return nil }
    let value = Int32(truncatingIfNeeded: member.value(in: memory))
    return value < 0 ? LinuxErrno(rawValue: -value) : nil
  }
}
