import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import Testing
import UAPICatalog

/// Arguments wider than their C type, on the running kernel and on a simulated one of its release.
struct WidthTests {
  /// A call that is valid but for its size or its flags.
  struct Wide: Sendable, CustomTestStringConvertible {
    var interface: String
    var usize: UInt64?
    var flags: UInt64 = 0
    var errno: LinuxErrno?
    var testDescription: String {
      "\(interface), size \(usize.map { "\($0)" } ?? "none"), flags \(flags) is \(errno?.name ?? "OK")"
    }
  }

  private static let above: UInt64 = 1 << 32

  static let table = [
    // `unsigned int`: the upper half of the register is not looked at.
    Wide(interface: "sched_getattr", usize: above | 56), Wide(interface: "sched_getattr", usize: above | 48),
    Wide(interface: "sched_getattr", usize: above | 47, errno: .EINVAL),
    Wide(interface: "bpf", usize: above | 16), Wide(interface: "bpf", usize: above | 4097, errno: .E2BIG),
    Wide(interface: "futex_waitv", usize: above | 1),
    Wide(interface: "futex_waitv", usize: above, errno: .EINVAL),
    Wide(interface: "statmount", flags: above), Wide(interface: "listmount", flags: above),
    Wide(interface: "statmount", flags: above | 1, errno: .EINVAL),
    Wide(interface: "cachestat", flags: above),
    Wide(interface: "cachestat", flags: above | 1, errno: .EINVAL),
    Wide(interface: "futex_waitv", usize: 1, flags: above),
    // A word of 32 bits that a pointer leads to.
    Wide(interface: "lsm_list_modules", usize: above | 4096),
    Wide(interface: "lsm_list_modules", usize: above | 7, errno: .E2BIG),
    Wide(interface: "lsm_list_modules", usize: 4096, flags: above),
    // `size_t` and `unsigned long`: all of the register counts.
    Wide(interface: "openat2", usize: above | 24, errno: .E2BIG),
    Wide(interface: "openat2", usize: .max, errno: .E2BIG),
    Wide(interface: "clone3", usize: above | 88, errno: .E2BIG),
    Wide(interface: "mount_setattr", usize: above | 32, errno: .E2BIG),
    Wide(interface: "landlock_create_ruleset", usize: above | 24, errno: .E2BIG),
    Wide(interface: "file_getattr", usize: above | 24, errno: .E2BIG),
    Wide(interface: "file_setattr", usize: .max, errno: .E2BIG),
    Wide(interface: "perf_event_open", flags: above, errno: .EINVAL),
    // The number of an ioctl holds a size of 14 bits.
    Wide(interface: "pidfd_get_info", usize: above | 64, errno: .ENOTTY),
    Wide(interface: "kvm_set_clock", usize: .max, errno: .ENOTTY),
  ]

  @Test(arguments: table)
  func `both kernels cut an argument to its width`(wide: Wide) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == wide.interface })
    let release = try #require(RunningKernel.release)
    let running = RunningKernel()
    if let obstacle = try running.obstacle(to: interface) {
      print("skipped: \(wide.testDescription): \(obstacle)")
      return
    }
    let simulated = SimulatedKernel(.release(release), ksize: try running.machineSize(of: interface))
    let codec = try #require(try simulated.codec(for: interface))
    // A kernel that went by the whole register would find memory for as much as this.
    var bytes = try running.sample(of: interface, codec)
    bytes += [UInt8](repeating: 0, count: 8192 - bytes.count)
    var held: [UInt8]?
    if interface.direction == .out {
      held = try running.answer(
        KernelCall(interface, memory: KernelCall.Memory(bytes), usize: UInt64(codec.size))
      ).memory
    }
    let call = KernelCall(
      interface, memory: KernelCall.Memory(bytes), usize: wide.usize, flags: wide.flags,
      kernelStruct: held.map { Array($0.prefix(codec.size)) })
    let (real, model) = (try running.answer(call), try simulated.answer(call))
    #expect(real.errno == model.errno)
    #expect(real.memory == model.memory)
    #expect(real.usize == model.usize)
    // The errnos of the table are those of a release in which each of these calls has its maximum.
    if release >= Release(6, 18, 0) { #expect(real.errno == wide.errno) }
  }

  @Test(arguments: try Catalog.interfaces().filter { $0.call?.sizeIndex != nil }.map(\.name))
  func `every size of 64 bits is answered, with and without memory`(name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    for behavior in interface.behaviors {
      let codec = try Codec(interface, behavior: behavior)
      for usize in [.max, 1 << 63, 1 << 32, UInt64(Int.max), .max - 7] as [UInt64] {
        for pointer in KernelCall.Pointer.allCases {
          let memory = KernelCall.Memory([UInt8](repeating: 0, count: 64))
          let call = KernelCall(interface, memory: memory, pointer: pointer, usize: usize)
          let errno = SimulatedKernel.answer(call, by: codec).errno
          let isCut = interface.call?.cutSize(usize) != usize
          #expect(errno != nil || isCut, "\(usize) \(pointer)")
        }
      }
    }
  }
}
