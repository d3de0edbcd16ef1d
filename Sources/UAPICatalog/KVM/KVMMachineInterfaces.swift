public import ExtensibleStructs

// KVM's further ioctls of a virtual machine whose structs have reserved words or room to grow. Each is
// dispatched on its full number, and not one looks at its pad: garbage there was accepted, as run on Linux 6.18
// (x86_64). The room can therefore only be used behind a new flag, which all but the one device call check.
// Linux 6.1 is the first release described; that it had the same flags is from memory.

extension Catalog {
  /// `KVM_ENABLE_CAP` of a virtual machine, 0x4068aea3: flags are EINVAL.
  public static func kvmEnableCap() throws(InterfaceError) -> Interface {
    try machineCall("kvm_enable_cap", KVMEnableCap.self, "turns a capability on; pad is not looked at")
  }

  /// `KVM_IRQFD`, 0x4020ae76: DEASSIGN and RESAMPLE, others are EINVAL.
  public static func kvmIrqfd() throws(InterfaceError) -> Interface {
    try machineCall("kvm_irqfd", KVMIrqfd.self, "interrupts a guest by an event; pad is not looked at")
  }

  /// `KVM_IOEVENTFD`, 0x4040ae79.
  public static func kvmIoeventfd() throws(InterfaceError) -> Interface {
    try machineCall("kvm_ioeventfd", KVMIoeventfd.self, "signals a guest's access; pad is not looked at")
  }

  /// `KVM_CREATE_DEVICE`, 0xc00caee0: flags but KVM_CREATE_DEVICE_TEST are not looked at, and the struct is
  /// copied back, so that read-only memory is EFAULT when the work is done.
  public static func kvmCreateDevice() throws(InterfaceError) -> Interface {
    try machineCall(
      "kvm_create_device", KVMCreateDevice.self, "makes a device; unknown flags are not looked at",
      scheme: .newIoctl.with {
        $0.unknownFlags = .ignored
        $0.copyBack = .whole
      })
  }

  /// `KVM_SET_CLOCK`, 0x4030ae7b, with `kvm_clock_data`: x86 alone.
  public static func kvmSetClock() throws(InterfaceError) -> Interface {
    try machineCall("kvm_set_clock", KVMClockData.self, "sets a guest's clock; pad is not looked at")
  }

  private static func machineCall<S: ExtensibleStruct>(
    _ name: String, _ type: S.Type, _ summary: String, scheme: Scheme = .newIoctl
  ) throws(InterfaceError) -> Interface {
    try Interface(
      name, history: history(type), absent: .ENOTTY, summary: summary,
      editions: [Edition(since: Release(6, 1), version: 0, scheme: scheme)])
  }
}
