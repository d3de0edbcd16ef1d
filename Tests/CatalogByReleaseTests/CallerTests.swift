import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import Testing
import UAPICatalog

/// Who makes a call: an unprivileged user, a 32-bit program, one who asks for a number. The answers of the tables are
/// those of real kernels.
struct CallerTests {
  /// A call, and what a kernel of a release answers.
  struct Asked: Sendable, CustomTestStringConvertible {
    var interface: String
    var release: Release?
    var usize: UInt64?
    var memory: [UInt8] = []
    var pointer = KernelCall.Pointer.valid
    var flags: UInt64 = 0
    var isPrivileged = false
    var abi = SystemCallNumber.Architecture.native
    var errno: LinuxErrno?
    var value: Int?

    var call: KernelCall {
      get throws {
        KernelCall(
          try #require(try Catalog.interfaces().first { $0.name == interface }),
          memory: KernelCall.Memory(memory), pointer: pointer, usize: usize, flags: flags,
          isPrivileged: isPrivileged, abi: abi)
      }
    }

    var testDescription: String {
      "\(interface) of \(release.map { "\($0)" } ?? "this release"), size \(usize.map { "\($0)" } ?? "none"), "
        + "flags \(flags), \(isPrivileged ? "root" : "nobody"), \(abi) is \(errno?.name ?? "OK")"
    }
  }

  private static let zeros = [UInt8](repeating: 0, count: 8192)
  private static let tail = [UInt8](repeating: 0, count: 32) + [1, 0, 0, 0, 0, 0, 0, 0]

  /// `mount_setattr` asks nobody for the privilege between the size and the copy, `cachestat` between the copy and the
  /// flags, `bpf` after everything.
  static let asNobody = [
    Asked(interface: "mount_setattr", usize: 8, memory: zeros, errno: .EINVAL),
    Asked(interface: "mount_setattr", usize: 8192, memory: zeros, errno: .E2BIG),
    Asked(interface: "mount_setattr", usize: 32, memory: zeros, errno: .EPERM),
    Asked(interface: "mount_setattr", usize: 40, memory: tail, errno: .EPERM),
    Asked(interface: "mount_setattr", usize: 32, pointer: .null, errno: .EPERM),
    Asked(interface: "mount_setattr", usize: 32, pointer: .kernel, errno: .EPERM),
    Asked(interface: "mount_setattr", usize: 32, memory: zeros, flags: 1, errno: .EINVAL),
    Asked(interface: "mount_setattr", usize: 40, memory: tail, isPrivileged: true, errno: .E2BIG),
    Asked(interface: "mount_setattr", usize: 32, pointer: .null, isPrivileged: true, errno: .EFAULT),
    Asked(interface: "cachestat", memory: [], errno: .EFAULT),
    Asked(interface: "cachestat", memory: zeros, flags: 1, errno: .EPERM),
    Asked(interface: "cachestat", memory: zeros, flags: 1, isPrivileged: true, errno: .EINVAL),
    Asked(interface: "openat2", usize: 24, memory: zeros),
    Asked(interface: "openat2", usize: 23, memory: zeros, errno: .EINVAL),
    // CLONE_NEWUTS; with CLONE_NEWUSER; with CLONE_SYSVSEM and CLONE_NEWIPC, which exclude each other.
    Asked(interface: "clone3", usize: 64, memory: [0, 0x41, 0, 4] + zeros.prefix(60), errno: .EPERM),
    Asked(interface: "clone3", usize: 64, memory: [0, 0x41, 4, 8] + zeros.prefix(60), errno: .EPERM),
    Asked(
      interface: "clone3", usize: 64, memory: [0, 0x41, 4, 8] + zeros.prefix(60), isPrivileged: true,
      errno: .EINVAL),
  ]

  @Test(arguments: asNobody)
  func `both kernels ask an unprivileged user at the same place`(asked: Asked) throws {
    let call = try asked.call
    if let release = RunningKernel.release, release >= Release(6, 18, 0), RunningKernel.isPrivileged {
      let running = RunningKernel()
      if let obstacle = try running.obstacle(to: call.interface) {
        print("skipped: \(asked.testDescription): \(obstacle)")
      } else {
        #expect(try running.answer(call).errno == asked.errno)
      }
    } else {
      print(
        "skipped: \(asked.testDescription): this kernel is older than the answers, or this user is not root")
    }
    #expect(try SimulatedKernel(.release(Release(6, 18))).answer(call).errno == asked.errno)
  }

  /// What was asked of Debian's kernels.
  static let byRelease = [
    Asked(interface: "bpf", release: Release(5, 10, 262), usize: 8192, memory: zeros, errno: .EPERM),
    Asked(interface: "bpf", release: Release(5, 10, 262), usize: 4, pointer: .null, errno: .EPERM),
    Asked(interface: "bpf", release: Release(6, 1, 192), usize: 8192, memory: zeros, errno: .E2BIG),
    Asked(interface: "bpf", release: Release(6, 1, 192), usize: 4, memory: [1, 0, 0, 0]),
    Asked(interface: "cachestat", release: Release(6, 12, 11), memory: zeros, flags: 1, errno: .EINVAL),
    Asked(interface: "cachestat", release: Release(6, 12, 43), memory: zeros, flags: 1, errno: .EPERM),
    Asked(interface: "sched_setattr", release: Release(5, 10), memory: zeros, flags: 1, errno: .EINVAL),
    Asked(
      interface: "sched_setattr", release: Release(6, 18), pointer: .kernel, flags: 0x8000_0000,
      isPrivileged: true,
      errno: .EINVAL),
    Asked(interface: "sched_setattr", release: Release(6, 18), memory: zeros, flags: 1 << 32),
  ]

  /// The numbers that landlock_create_ruleset(NULL, 0, flags) returned.
  static let numbers: [(Release, flags: UInt64, Int?)] = [
    (Release(6, 1, 170), 1, 2), (Release(6, 12, 43), 1, 6), (Release(6, 16, 3), 1, 7),
    (Release(6, 17, 13), 1, 7), (Release(6, 18, 5), 1, 7), (Release(6, 19, 14), 1, 7),
    (Release(7, 0, 4), 1, 8),
    (Release(7, 1, 3), 1, 9), (Release(7, 2, 6), 1, 10), (Release(7, 3, 4), 1, 11),
    (Release(6, 1, 170), 2, nil), (Release(6, 12, 43), 2, nil), (Release(7, 3, 4), 2, nil),
  ]

  @Test(arguments: byRelease)
  func `a release answers as its kernels did`(asked: Asked) throws {
    let release = try #require(asked.release)
    #expect(try SimulatedKernel(.release(release)).answer(asked.call).errno == asked.errno)
  }

  @Test(arguments: numbers)
  func `a flags argument asks for a number`(_ release: Release, flags: UInt64, value: Int?) throws {
    var asked = Asked(
      interface: "landlock_create_ruleset", usize: 0, pointer: .null, flags: flags, isPrivileged: true)
    let kernel = SimulatedKernel(.release(release))
    let outcome = try kernel.answer(asked.call)
    #expect(outcome.errno == nil && outcome.value == value)
    // A struct, a size, or another flag beside it is no such question.
    for change in [
      { $0.usize = 8 }, { $0.pointer = .valid }, { $0.flags = 3 }, { $0.flags = 4 },
    ] as [(inout Asked) -> Void] {
      var other = asked
      change(&other)
      #expect(try kernel.answer(other.call).errno == .EINVAL)
    }
    asked.flags = 0
    #expect(try kernel.answer(asked.call).errno == .EFAULT)
  }

  @Test func `the running kernel returns the number, and no descriptor is closed for it`() throws {
    let asked = Asked(
      interface: "landlock_create_ruleset", usize: 0, pointer: .null, flags: 1, isPrivileged: true)
    let call = try asked.call
    let running = RunningKernel()
    if let obstacle = try running.obstacle(to: call.interface) { return print("skipped: \(obstacle)") }
    let release = try #require(RunningKernel.release)
    let (real, model) = (try running.answer(call), try SimulatedKernel(.release(release)).answer(call))
    #expect(real.errno == nil && real.value == model.value)
  }

  private static let above: UInt64 = 1 << 32

  /// A 32-bit program's arguments are 32 bits wide: what a `size_t` holds above them never reaches the kernel.
  static let asI386 = [
    Asked(interface: "openat2", usize: above | 24, memory: zeros, isPrivileged: true, abi: .i386),
    Asked(
      interface: "openat2", usize: above | 23, memory: zeros, isPrivileged: true, abi: .i386, errno: .EINVAL),
    Asked(interface: "openat2", usize: .max, memory: zeros, isPrivileged: true, abi: .i386, errno: .E2BIG),
    Asked(interface: "mount_setattr", usize: above | 32, memory: zeros, abi: .i386, errno: .EPERM),
    Asked(
      interface: "file_setattr", usize: above | 8, memory: zeros, isPrivileged: true, abi: .i386,
      errno: .EINVAL),
    Asked(
      interface: "perf_event_open", memory: zeros, flags: above | 1 << 31, isPrivileged: true, abi: .i386,
      errno: .EINVAL),
  ]

  @Test(arguments: asI386)
  func `both kernels cut the arguments of a 32-bit program`(asked: Asked) throws {
    let call = try asked.call
    #expect(try SimulatedKernel(.release(Release(6, 18))).answer(call).errno == asked.errno)
    let running = RunningKernel(abi: .i386)
    guard RunningKernel.isPrivileged, let release = RunningKernel.release, release >= Release(6, 18, 0) else {
      return print(
        "skipped: \(asked.testDescription): this kernel is older than the answers, or this user is not root")
    }
    if let obstacle = try running.obstacle(to: call.interface) {
      return print("skipped: \(asked.testDescription): \(obstacle)")
    }
    #expect(try running.answer(call).errno == asked.errno)
  }

  @Test func `a call of another program is not made`() throws {
    let asked = Asked(interface: "openat2", usize: 24, memory: Self.zeros, abi: .i386)
    #expect(throws: RunningKernel.CallError.otherABI(.i386)) { try RunningKernel().answer(asked.call) }
  }
}
