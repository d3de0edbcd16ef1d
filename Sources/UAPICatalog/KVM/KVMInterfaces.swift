import ExtensibleStructs
public import KernelInterfaces

// KVM's ioctls that take one of these structs. The dispatch is on the full 32-bit ioctl number, so that a wrong size is
// ENOTTY. Those of a virtual machine whose structs have reserved words do not look at them: garbage is accepted, so that
// the room can only be used behind a new flag, which all but the one device call check.

extension Catalog {
  /// An ioctl of a virtual processor: one that it does not know is EINVAL, where a machine says ENOTTY.
  static var processorIoctl: Scheme {
    .newIoctl.with { $0.size = .command(.publishedSizes(otherwise: .EINVAL)) }
  }

  /// That nobody looked at the releases before this one, which have the call.
  static func unread(before release: Release) -> Fact {
    Fact(until: release, .notDescribed("the oldest source that was read is \(release)"), .assumed())
  }

  /// `KVM_SET_USER_MEMORY_REGION`, 0x4020ae46: 32 bytes, and the flags that need no more.
  public static func kvmSetUserMemoryRegion() throws(InterfaceError) -> Interface {
    let lax = Scheme.newIoctl.with { $0.input?.unknownFlags = .ignored }
    return try described(
      "kvm_set_user_memory_region", KVMUserspaceMemoryRegion.self,
      "sets a slot of guest memory; the old ioctl",
      call: regionCall(0x46),
      queries: [kvmExtension("KVM_CAP_READONLY_MEM", 81, tells: [.flag(0b10, from: 1)])],
      [
        Fact(
          since: Release(2, 6, 25), .call(version: 0, lax),
          .reported("the commit 6fc138d22780 of January 2008; the call is not in 2.6.22.19, and in 2.6.31.3")),
        Fact(
          since: Release(3, 7), .call(version: 0, .newIoctl),
          .source("unknown flags are refused: virt/kvm/kvm_main.c at 3.14.1, and not at 3.6.5")),
        Fact(since: Release(2, 6, 25), .flags(0b01), .source("LOG_DIRTY_PAGES: linux/kvm.h of 2.6.20")),
        Fact(
          since: Release(3, 7), .flags(0b10),
          .source("READONLY: linux/kvm.h of 3.14, and not of 3.6.5; that it was 3.7 is assumed")),
      ])
  }

  /// `KVM_SET_USER_MEMORY_REGION2`, 0x40a0ae49, as merged in Linux 6.8. A guest_memfd is taken for a virtual machine with
  /// private memory, and since 6.18 for any.
  public static func kvmSetUserMemoryRegion2() throws(InterfaceError) -> Interface {
    try described(
      "kvm_set_user_memory_region2", KVMUserspaceMemoryRegion2.self,
      "sets a slot of guest memory, with guest_memfd; pad is not looked at",
      call: regionCall(
        0x49, passing: [.init(.EBADF, .missingObject, "the guest_memfd is not open")],
        // virt/kvm/kvm_main.c at 6.8.1 and 6.17.0; 6.17.13 was asked.
        configured: [
          .init(
            "flags", UInt64(KVMMemoryFlags.guestMemfd.rawValue),
            "a virtual machine with private memory; any since 6.18")
        ]),
      queries: [
        kvmExtension("KVM_CAP_USER_MEMORY2", 231, tells: [.call(from: 1)]),
        kvmExtension("KVM_CAP_GUEST_MEMFD", 234, tells: [.version(1, from: 1)]),
        kvmExtension("KVM_CAP_READONLY_MEM", 81, tells: [.flag(0b10, from: 1)]),
      ],
      older: [OlderCall(kvmSetUserMemoryRegion())],
      [
        Fact(
          since: Release(6, 8), .call(version: 1, .staticPad(to: 160)),
          .source("virt/kvm/kvm_main.c at 6.8.1, and not at 6.6.9"))
      ] + guestMemfdRules)
  }

  /// The offset is of a page, and the page that the call sets does not end behind 2^64.
  private static let guestMemfdRules = [
    MemberRule.Demand.noneOf(0xfff), .within(0...(UInt64.max - 0x1000)),
  ].map { demand in
    Fact(
      since: Release(6, 8),
      .rule(
        MemberRule(
          "guest_memfd_offset", demand, when: "flags", has: UInt64(KVMMemoryFlags.guestMemfd.rawValue))),
      .source("virt/kvm/kvm_main.c at 6.8.1 to 7.3"))
  }

  /// `KVM_SET_USER_MEMORY_REGION2` as first posted: no kernel was ever released with it.
  public static func kvmSetUserMemoryRegion2Posted() throws(InterfaceError) -> Interface {
    try Interface(
      "kvm_set_user_memory_region2_posted", history: history(KVMUserspaceMemoryRegion2Posted.self),
      summary: "REGION2 as first posted: the old struct and pad[16]; never released",
      call: CallShape(
        .ioctl(on: .unavailable("no kernel was ever released with it"), .write, type: 0xae, number: 0x49)),
      facts: [
        Fact(.call(version: 0, .staticPad(to: 160)), .reported("posted as RFC PATCH v11 06/29 in July 2023"))
      ])
  }

  /// `KVM_CREATE_GUEST_MEMFD`, Linux 6.8; the flags MMAP and INIT_SHARED came with 6.18.
  public static func kvmCreateGuestMemfd() throws(InterfaceError) -> Interface {
    try described(
      "kvm_create_guest_memfd", KVMCreateGuestMemfd.self,
      "makes memory for a guest; reserved words are not looked at",
      call: CallShape(
        .ioctl(on: .virtualMachine(), [.read, .write], type: 0xae, number: 0xd4), samples: ["size": 0x1000],
        product: .descriptor, unmodelled: ["size": .max]),
      queries: [
        kvmExtension("KVM_CAP_GUEST_MEMFD", 234, tells: [.call(from: 1)]),
        kvmExtension("KVM_CAP_GUEST_MEMFD_FLAGS", 244, tells: [.flags(of: 0b11)]),
      ],
      [
        Fact(
          since: Release(6, 8), .call(version: 0, .staticPad(to: 64)),
          .source("virt/kvm/guest_memfd.c at 6.8.1")
        ),
        Fact(since: Release(6, 8), .flags(0), .source("virt/kvm/guest_memfd.c at 6.8.1 and 6.17.0")),
        Fact(
          since: Release(6, 18), .flags(0b11),
          .assumed("6.18.5 was asked; virt/kvm/guest_memfd.c has neither at 6.17.0")),
      ])
  }

  /// A slot on a page of this process; the guest_memfd is not open.
  private static func regionCall(
    _ number: UInt8, passing: [CallShape.Passing] = [], configured: [CallShape.ConfiguredBits] = []
  ) -> CallShape {
    CallShape(
      .ioctl(on: .virtualMachine(), .write, type: 0xae, number: number), passing: passing,
      samples: [
        "slot": 1, "guest_phys_addr": 0x10_0000, "memory_size": 0x1000, "userspace_addr": .room(0x1000),
        "guest_memfd": 0x7fff_ffff,
      ],
      unmodelled: ["slot": .max, "guest_phys_addr": .max, "memory_size": .max, "userspace_addr": .max],
      configured: configured)
  }
}
