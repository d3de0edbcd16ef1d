import CUAPI
import ExtensibleStructs
import Testing
import UAPICatalog

/// A member where the C compiler put it.
struct CMember: Equatable, CustomStringConvertible {
  var name: String
  var offset: Int?
  var size: Int
  var description: String { "\(name) \(offset.map(String.init) ?? "?")+\(size)" }

  init<S, Value>(_ name: String, _ path: KeyPath<S, Value>) {
    self.name = name
    offset = MemoryLayout<S>.offset(of: path)
    size = MemoryLayout<Value>.size
  }

  init(_ field: Field) {
    name = field.name
    offset = field.offset
    size = field.size
  }
}

@Suite("The catalog's structs against C headers")
struct HeaderLayoutTests {
  func expect<S: ExtensibleStruct>(
    _ type: S.Type, is name: String, size: Int, _ members: [CMember],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let layout = try History(type).layout
    #expect(layout.fields.map { CMember($0) } == members, sourceLocation: sourceLocation)
    #expect(layout.name == name && layout.size == size, sourceLocation: sourceLocation)
    #expect(MemoryLayout<S>.size == size && MemoryLayout<S>.stride == size, sourceLocation: sourceLocation)
  }

  @Test func `kvm_userspace_memory_region, 32 bytes and what they grew by`() throws {
    typealias C = kvm_userspace_memory_region
    let old: [CMember] = [
      .init("slot", \C.slot), .init("flags", \C.flags), .init("guest_phys_addr", \C.guest_phys_addr),
      .init("memory_size", \C.memory_size), .init("userspace_addr", \C.userspace_addr),
    ]
    typealias C2 = kvm_userspace_memory_region2
    let grown: [CMember] = [
      .init("guest_memfd_offset", \C2.guest_memfd_offset), .init("guest_memfd", \C2.guest_memfd),
      .init("pad1", \C2.pad1),
    ]
    try expect(KVMUserspaceMemoryRegion.self, is: "kvm_userspace_memory_region", size: 48, old + grown)
    let versions = try History(KVMUserspaceMemoryRegion.self).versions.map(\.size)
    #expect(versions == [MemoryLayout<C>.size, MemoryLayout<C2>.offset(of: \.pad2)])
  }

  @Test func `kvm_userspace_memory_region2`() throws {
    typealias C = kvm_userspace_memory_region2
    try expect(
      KVMUserspaceMemoryRegion2.self, is: "kvm_userspace_memory_region2", size: MemoryLayout<C>.size,
      [
        .init("slot", \C.slot), .init("flags", \C.flags), .init("guest_phys_addr", \C.guest_phys_addr),
        .init("memory_size", \C.memory_size), .init("userspace_addr", \C.userspace_addr),
        .init("guest_memfd_offset", \C.guest_memfd_offset), .init("guest_memfd", \C.guest_memfd),
        .init("pad1", \C.pad1), .init("pad2", \C.pad2),
      ])
    #expect(MemoryLayout<C>.size == 160)
    let posted = try History(KVMUserspaceMemoryRegion2Posted.self).layout
    #expect(posted.size == 160 && posted.field("pad")?.range == 32..<160)
    #expect(posted.fields.dropLast().map(\.range) == [0..<4, 4..<8, 8..<16, 16..<24, 24..<32])
  }

  @Test func `kvm_create_guest_memfd`() throws {
    typealias C = kvm_create_guest_memfd
    try expect(
      KVMCreateGuestMemfd.self, is: "kvm_create_guest_memfd", size: MemoryLayout<C>.size,
      [.init("size", \C.size), .init("flags", \C.flags), .init("reserved", \C.reserved)])
    #expect(MemoryLayout<C>.size == 64)
  }

  @Test func `sched_attr`() throws {
    typealias C = sched_attr
    try expect(
      SchedAttr.self, is: "sched_attr", size: MemoryLayout<C>.size,
      [
        .init("size", \C.size), .init("sched_policy", \C.sched_policy), .init("sched_flags", \C.sched_flags),
        .init("sched_nice", \C.sched_nice), .init("sched_priority", \C.sched_priority),
        .init("sched_runtime", \C.sched_runtime), .init("sched_deadline", \C.sched_deadline),
        .init("sched_period", \C.sched_period), .init("sched_util_min", \C.sched_util_min),
        .init("sched_util_max", \C.sched_util_max),
      ])
    let versions = try History(SchedAttr.self).versions.map(\.size)
    #expect(versions == [Int(SCHED_ATTR_SIZE_VER0), Int(SCHED_ATTR_SIZE_VER1)])
  }

  @Test func `seccomp_notif_addfd`() throws {
    typealias C = seccomp_notif_addfd
    try expect(
      SeccompNotifAddfd.self, is: "seccomp_notif_addfd", size: MemoryLayout<C>.size,
      [
        .init("id", \C.id), .init("flags", \C.flags), .init("srcfd", \C.srcfd), .init("newfd", \C.newfd),
        .init("newfd_flags", \C.newfd_flags),
      ])
  }

  @Test func `flags have the headers' bits`() {
    #expect(KVMMemoryFlags.logDirtyPages.rawValue == UInt32(KVM_MEM_LOG_DIRTY_PAGES))
    #expect(KVMMemoryFlags.readonly.rawValue == UInt32(KVM_MEM_READONLY))
    #expect(KVMMemoryFlags.guestMemfd.rawValue == 1 << 2)
    for (flag, number) in [
      (SchedFlags.resetOnFork, SCHED_FLAG_RESET_ON_FORK), (.reclaim, SCHED_FLAG_RECLAIM),
      (.deadlineOverrun, SCHED_FLAG_DL_OVERRUN), (.keepPolicy, SCHED_FLAG_KEEP_POLICY),
      (.keepParams, SCHED_FLAG_KEEP_PARAMS), (.utilClampMin, SCHED_FLAG_UTIL_CLAMP_MIN),
      (.utilClampMax, SCHED_FLAG_UTIL_CLAMP_MAX),
    ] {
      #expect(flag.rawValue == UInt64(number))
    }
    #expect(SchedFlags.utilClamp.rawValue == 0x60)
  }
}
