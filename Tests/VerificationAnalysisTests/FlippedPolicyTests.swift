import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import Testing
import UAPICatalog
import VerificationAnalysis

/// Every policy turned the wrong way: the running kernel has to disagree, or the cases do not pin it.
///
/// What only shows when memory changes during the call (the re-check, which read wins) is not among them.
struct FlippedPolicyTests {
  struct Flip: Sendable, CustomStringConvertible {
    var description: String
    var interfaces: [String]
    var change: @Sendable (inout Scheme) -> Void

    init(_ description: String, _ interfaces: [String], _ change: @escaping @Sendable (inout Scheme) -> Void)
    {
      self.description = description
      self.interfaces = interfaces
      self.change = change
    }
  }

  static let flips: [Flip] = [
    Flip("VER0 itself is too short", ["sched_setattr"]) { $0.bounds?.minimum.bytes = 49 },
    Flip("VER0 itself is too short", ["clone3"]) { $0.bounds?.minimum.bytes = 65 },
    Flip("one byte below VER0 is enough", ["sched_setattr"]) { $0.bounds?.minimum.bytes = 47 },
    Flip("below VER0 is EINVAL", ["sched_setattr", "perf_event_open"]) { $0.bounds?.minimum.errno = .EINVAL },
    Flip("below VER0 is E2BIG", ["openat2", "statmount", "landlock_create_ruleset"]) {
      $0.bounds?.minimum.errno = .E2BIG
    },
    Flip("PAGE_SIZE itself is too long", ["sched_setattr", "clone3", "bpf"]) {
      $0.bounds?.maximum?.bytes = 4095
    },
    Flip("one byte above PAGE_SIZE is fine", ["sched_setattr", "openat2", "mount_setattr"]) {
      $0.bounds?.maximum?.bytes = 4097
    },
    Flip("above PAGE_SIZE is E2BIG", ["sched_getattr"]) { $0.bounds?.maximum?.errno = .E2BIG },
    Flip("size 0 is a size", ["sched_setattr", "perf_event_open"]) { $0.member?.zero = .isASize },
    Flip("size 0 means VER0", ["statmount", "listmount"]) { $0.member?.zero = .meansVersion0 },
    Flip("the tail is not looked at", ["sched_setattr", "openat2", "clone3", "bpf"]) {
      $0.input?.tail = .ignored
    },
    Flip("a tail is EINVAL", ["perf_event_open", "landlock_create_ruleset"]) {
      $0.input?.tail = .mustBeZero(else: .EINVAL)
    },
    Flip("nothing is written back", ["sched_setattr", "perf_event_open"]) { $0.member?.writeBack = nil },
    Flip("the size is written back on EINVAL", ["sched_setattr"]) { $0.member?.writeBack = .EINVAL },
    Flip("pad is looked at", ["kvm_set_user_memory_region2", "kvm_create_guest_memfd", "kvm_enable_cap"]) {
      $0.input?.pad = .mustBeZero(else: .EINVAL)
    },
    Flip("pad is not looked at", ["perf_event_open", "io_uring_setup", "futex_waitv"]) {
      $0.input?.pad = .ignored
    },
    Flip("bytes behind a closed gate are looked at", ["kvm_set_user_memory_region2", "clone3"]) {
      $0.input?.closedGate = .mustBeZero(else: .EINVAL)
    },
    Flip("unknown flags have no effect", ["sched_setattr", "openat2", "kvm_set_user_memory_region"]) {
      $0.input?.unknownFlags = .ignored
    },
    Flip("an unknown flag is E2BIG", ["clone3"]) { $0.input?.unknownFlags = .rejected(.E2BIG) },
    Flip("a flag demands no size", ["sched_setattr", "clone3"]) { $0.input?.flagBeyondSize = .ignored },
    Flip("any size is dispatched", ["kvm_set_user_memory_region", "kvm_set_user_memory_region2"]) {
      $0.size = .command(.anySize(Scheme.Bounds()))
    },
    Flip("another size is EINVAL", ["kvm_create_guest_memfd"]) {
      $0.size = .command(.publishedSizes(otherwise: .EINVAL))
    },
    Flip("the pad is 8 bytes longer", ["kvm_set_user_memory_region2"]) {
      $0.capacity = .padded(to: 168, fromVersion: 0)
    },
    Flip("NULL is looked at first", ["openat2", "clone3"]) { $0.nullPointer = .rejectedFirst(.EFAULT) },
    Flip("NULL is read like any other pointer", ["sched_setattr", "landlock_create_ruleset"]) {
      $0.nullPointer = .faultsWhenRead
    },
    Flip("the user's tail is left alone", ["sched_getattr", "file_getattr", "pidfd_get_info"]) {
      $0.output?.tail = .leftAlone
    },
    Flip("the user's tail is zeroed", ["ns_mnt_get_info"]) { $0.output?.tail = .zeroed },
    Flip("no size is reported", ["sched_getattr"]) { $0.output?.reportsCopiedBytes = false },
    Flip("flags outside are not looked at", ["statmount", "cachestat", "lsm_list_modules"]) {
      $0.flagsArgument = .none
    },
    Flip("nothing is copied back", ["kvm_create_device"]) { $0.input?.copiesBack = false },
    Flip("the mask is not asked for", ["pidfd_get_info"]) { $0.output?.fetchesRequest = false },
    Flip("the first fetch is all of VER0", ["sched_setattr", "perf_event_open"]) {
      $0.fetches = .version0(then: Scheme.SecondFetch())
    },
    Flip("NULL is refused, whatever the size", ["open_tree_attr"]) {
      $0.nullPointer = .rejectedFirst(.EINVAL)
    },
    Flip("NULL is taken with a size of 0", ["ns_mnt_get_next", "openat2"]) {
      $0.nullPointer = .takenWithoutSize(otherwise: .EINVAL)
    },
    Flip("NULL is taken once the size has passed", ["open_tree_attr"]) { $0.nullPointer = .takenAfterSize },
    Flip("a refused struct is left alone", ["uffdio_api", "io_uring_query"]) {
      $0.input?.refusal = .leftAlone
    },
    Flip("no member is written", ["bpf_btf_load", "bpf_prog_load"]) { $0.input?.writtenMember = nil },
    Flip("nothing is fetched twice", ["sched_setattr"]) {
      $0.fetches = .version0Only
    },
  ]

  @Test(arguments: flips)
  func `a policy turned the wrong way makes the running kernel disagree`(_ flip: Flip) throws {
    let verifier = Verifier(change: flip.change)
    var noticed = 0
    for name in flip.interfaces {
      let interface = try #require(try Catalog.interfaces().first { $0.name == name })
      let result = try verifier.verify(interface)
      if let reason = result.skipped {
        print("skipped: \(name): \(reason)")
        continue
      }
      noticed += 1
      #expect(!result.disagreements.isEmpty, "\(name) does not notice: \(flip)")
    }
    #expect(noticed > 0 || !RunningMachine.hasKVM)
  }

  @Test func `a head that is copied before the tail is looked at makes the running kernel disagree`() throws {
    for name in ["openat2", "clone3", "mount_setattr"] {
      let interface = try #require(try Catalog.interfaces().first { $0.name == name })
      let result = try Verifier(model: HeadFirst.answer).verify(interface)
      #expect(result.skipped != nil || !result.disagreements.isEmpty, "\(name)")
    }
  }

  @Test(arguments: ["sched_getattr", "landlock_create_ruleset", "statmount", "kvm_set_user_memory_region2"])
  func `the running kernel disagrees with an older release where the two differ`(_ name: String) throws {
    let release = try #require(RunningKernel.release)
    guard release > Release(6, 13) else { return print("skipped: \(name): this kernel is older than 6.13") }
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let result = try Verifier(release: Release(6, 1)).verify(interface)
    #expect(result.skipped != nil || !result.disagreements.isEmpty)
  }
}

/// Memory whose tail is only looked at once the head could be read: the order that kernels do not have.
struct HeadFirst: UserMemory {
  var memory: PagedMemory
  var isNull: Bool { memory.isNull }

  static func answer(_ call: KernelCall, by codec: Codec) -> KernelCall.Outcome {
    var memory = HeadFirst(memory: PagedMemory(call.memory, pointer: call.pointer))
    var kernel = [UInt8](repeating: 0, count: codec.roomNeeded)
    var span = kernel.mutableSpan
    var target = unsafe span.mutableBytes
    var errno: LinuxErrno?
    do throws(Rejection) {
      _ = try codec.receive(
        from: &memory, usize: call.usize ?? UInt64(codec.size), flags: call.flags, into: &target)
    } catch { errno = error.errno }
    return KernelCall.Outcome(errno: errno, memory: memory.memory.bytes)
  }

  mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? {
    for byte in 0..<offset { _ = try memory.getUser(at: byte, width: 1) }
    return try memory.checkZeroedUser(at: offset, count: count)
  }
  mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64 {
    try memory.getUser(at: offset, width: width)
  }
  mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {
    try memory.putUser(value, at: offset, width: width)
  }
  mutating func copyFromUser(at offset: Int, count: Int, into kernel: inout MutableRawSpan) throws(Fault) {
    try memory.copyFromUser(at: offset, count: count, into: &kernel)
  }
  mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {
    try memory.copyToUser(at: offset, count: count, from: kernel)
  }
  mutating func clearUser(at offset: Int, count: Int) throws(Fault) {
    try memory.clearUser(at: offset, count: count)
  }
}
