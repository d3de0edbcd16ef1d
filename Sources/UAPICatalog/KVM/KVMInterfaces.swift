public import ExtensibleStructs

// KVM's ioctls that take one of these structs. The dispatch is on the full 32-bit ioctl number, so that a
// wrong size is ENOTTY, as run on Linux 6.18.

extension Catalog {
  /// `KVM_SET_USER_MEMORY_REGION`, 0x4020ae46: 32 bytes, and the flags that need no more.
  public static func kvmSetUserMemoryRegion() throws(InterfaceError) -> Interface {
    try Interface(
      "kvm_set_user_memory_region", history: history(KVMUserspaceMemoryRegion.self), absent: .ENOTTY,
      summary: "sets a slot of guest memory; the old ioctl", call: regionCall(0x46),
      editions: [Edition(since: Release(2, 6, 22), version: 0, scheme: .newIoctl)])
  }

  /// `KVM_SET_USER_MEMORY_REGION2`, 0x40a0ae49, as merged in Linux 6.8.
  public static func kvmSetUserMemoryRegion2() throws(InterfaceError) -> Interface {
    try Interface(
      "kvm_set_user_memory_region2", history: history(KVMUserspaceMemoryRegion2.self), absent: .ENOTTY,
      summary: "sets a slot of guest memory, with guest_memfd; pad is not looked at",
      call: regionCall(
        0x49, passing: [.init(.EBADF, .missingObject, "the guest_memfd is not open")]),
      editions: [Edition(since: Release(6, 8), version: 1, scheme: .staticPad(to: 160))])
  }

  /// `KVM_SET_USER_MEMORY_REGION2` as first posted: no kernel was ever released with it.
  public static func kvmSetUserMemoryRegion2Posted() throws(InterfaceError) -> Interface {
    try Interface(
      "kvm_set_user_memory_region2_posted", history: history(KVMUserspaceMemoryRegion2Posted.self),
      absent: .ENOTTY, summary: "REGION2 as first posted: the old struct and pad[16]; never released",
      call: CallShape(
        .ioctl(on: .unavailable("no kernel was ever released with it"), .write, type: 0xae, number: 0x49)),
      editions: [Edition(version: 0, scheme: .staticPad(to: 160))])
  }

  /// `KVM_CREATE_GUEST_MEMFD`, Linux 6.8; the flags MMAP and INIT_SHARED came with 6.18.
  public static func kvmCreateGuestMemfd() throws(InterfaceError) -> Interface {
    let scheme = Scheme.staticPad(to: 64)
    return try Interface(
      "kvm_create_guest_memfd", history: history(KVMCreateGuestMemfd.self), absent: .ENOTTY,
      summary: "makes memory for a guest; reserved words are not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), [.read, .write], type: 0xae, number: 0xd4), samples: ["size": 0x1000],
        product: .descriptor, unmodelled: ["size": .max]),
      editions: [
        Edition(since: Release(6, 8), version: 0, scheme: scheme),
        Edition(since: Release(6, 18), version: 0, scheme: scheme, extraFlags: 0b11),
      ])
  }

  /// A slot on a page of this process; the guest_memfd is not open.
  private static func regionCall(_ number: UInt8, passing: [CallShape.Passing] = []) -> CallShape {
    CallShape(
      .ioctl(on: .virtualMachine(), .write, type: 0xae, number: number), passing: passing,
      samples: [
        "slot": 1, "guest_phys_addr": 0x10_0000, "memory_size": 0x1000, "userspace_addr": .room(0x1000),
        "guest_memfd": 0x7fff_ffff,
      ],
      unmodelled: ["slot": .max, "guest_phys_addr": .max, "memory_size": .max, "userspace_addr": .max])
  }
}
