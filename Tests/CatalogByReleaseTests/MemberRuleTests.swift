import ExtensibleStructs
import LinuxKernel
import SimulatedKernel
import Testing
import UAPICatalog

/// Each bit of each integer member, alone, on the running kernel and on a simulated one of its release.
struct MemberRuleTests {
  /// Bits that make the kernel check what no policy describes: they name other objects, or need them.
  static let unmodelled: [String: [String: UInt64]] = [
    "sched_setattr": [
      "sched_policy": .max, "sched_flags": .max, "sched_nice": .max, "sched_priority": .max,
      "sched_util_min": .max, "sched_util_max": .max,
    ],
    "kvm_set_user_memory_region": [
      "slot": .max, "guest_phys_addr": .max, "memory_size": .max, "userspace_addr": .max,
    ],
    "kvm_set_user_memory_region2": [
      "slot": .max, "guest_phys_addr": .max, "memory_size": .max, "userspace_addr": .max,
    ],
    "kvm_create_guest_memfd": ["size": .max],
    "kvm_enable_cap": ["cap": .max],
    "kvm_ioeventfd": ["len": .max, "addr": .max],
    // CLONE_NEWPID cannot follow on a process that is unshared; an address has to be the user's.
    "clone3": ["flags": 0x2000_0000, "stack": .max, "set_tid": .max, "set_tid_size": .max],
    // Other events; features of the processor; what needs AUX memory or a sampled register.
    "perf_event_open": [
      "type": .max, "config": .max, "sample_type": 0x4_1800, "flags": 1 << 31, "sample_regs_user": .max,
      "sample_regs_intr": .max, "aux_sample_size": .max, "aux_action": 0b111, "clockid": .max,
      "branch_sample_type": .max,
    ],
    // NO_MMAP takes memory; without ATTACH_WQ a ring is made, and described to the user.
    "io_uring_setup": ["flags": 0x4020],
    "futex_waitv": ["uaddr": .max],
    // Small numbers are open descriptors of something else: EINVAL.
    "statmount": ["mnt_ns_fd": 0xff], "listmount": ["mnt_ns_fd": 0xff],
    // Without KVM_CREATE_DEVICE_TEST a device is made, and its descriptor written.
    "kvm_create_device": ["type": .max, "flags": 1],
  ]

  @Test(arguments: try Catalog.interfaces().filter { $0.direction == .in }.map(\.name))
  func `each bit of each member is judged alike`(name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let running = RunningKernel()
    if let obstacle = try running.obstacle(to: interface) {
      print("skipped: \(name): \(obstacle)")
      return
    }
    let release = try #require(RunningKernel.release)
    let simulated = SimulatedKernel(.release(release))
    let codec = try #require(try simulated.codec(for: interface))
    let sample = try running.sample(of: interface, codec)
    var disagreements: [String] = []
    var count = 0
    for field in interface.history.layout.fields where field.range.upperBound <= codec.size && field.size <= 8
    {
      if codec.scheme.readsSizeMember, field == interface.history.sizeMember { continue }
      for bit in 0..<field.size * 8 where (Self.unmodelled[name]?[field.name] ?? 0) & 1 << UInt64(bit) == 0 {
        var bytes = sample
        bytes[field.offset + bit / 8] ^= 1 << UInt8(bit % 8)
        let size = codec.scheme.size.source == .elements ? 1 : UInt64(codec.size)
        let call = Call(interface, memory: MemoryImage(bytes), usize: size)
        let (real, model) = (try running.answer(call), try simulated.answer(call))
        count += 1
        if real.errno != model.errno || real.memory != model.memory {
          disagreements.append(
            "\(field.name) bit \(bit): \(real.errno?.name ?? "OK"), simulated \(model.errno?.name ?? "OK")")
        }
      }
    }
    print("\(name): \(count) bits, \(disagreements.count) disagreements")
    #expect(disagreements.isEmpty, "\(disagreements.prefix(40).joined(separator: "\n"))")
  }
}
