internal import ExtensibleStructs
internal import KernelInterfaces
internal import LinuxSystem
internal import RunningKernel

/// A call of the running kernel that does nothing but enter it, fetch a struct, and be refused.
struct CostProbe {
  /// What is called, such as `openat2`.
  let name: String
  /// How many bytes the kernel takes in, the tail that it checks included.
  let bytes: Int
  /// The errno that says that the call came as far as it should; nil for success.
  let expected: LinuxErrno?
  let call: () -> LinuxErrno?

  init(_ name: String, _ bytes: Int, _ expected: LinuxErrno?, _ call: @escaping () -> LinuxErrno?) {
    self.name = name
    self.bytes = bytes
    self.expected = expected
    self.call = call
  }

  /// Makes so many calls.
  func run(_ count: Int) {
    for _ in 0..<count { _ = call() }
  }
}

/// The calls that are timed, and the memory that they are made on.
struct CostProbes {
  private(set) var all: [CostProbe] = []
  // What the addresses lead to.
  private var buffers: [GuardedBuffer] = []
  private let executor = Executor()

  /// The sizes for calls that take any: the struct's own, and the sizes with a zero tail.
  static let sizes = [32, 64, 128, 256, 512, 1024, 2048, 4096]

  init(_ calls: KernelCosts.Calls) throws {
    all.append(
      CostProbe("an empty call", 0, nil) {
        Syscalls.enter(); return nil
      })
    try addSmall(calls.bpf)
    try addScheduler(calls.schedSetattr)
    try addOpen(calls.openat2)
    try addClone(calls.clone3)
    if let vm = try? executor.resources.descriptor(of: .virtualMachine()) {
      try addRegions(of: vm)
    }
    all = all.filter { $0.call() == $0.expected }
  }

  private mutating func address(_ bytes: [UInt8]) throws -> UInt64 {
    let buffer = try GuardedBuffer(bytes)
    buffers.append(buffer)
    return buffer.address
  }

  /// Adds a refused call of the catalog, made on this thread.
  ///
  /// - Parameter size: the size where it travels outside the struct.
  private mutating func add(
    _ name: String, _ bytes: Int, _ expected: LinuxErrno, _ shape: CallShape, at address: UInt64,
    size: Int = 0
  ) throws {
    let given = Executor.Arguments(address: address, usize: UInt64(size))
    guard let call = try executor.prepare(shape, .fixed, given, name: name) else { return }
    all.append(CostProbe(name, bytes, expected) { call.make() })
  }

  private static func bytes(_ count: Int, _ words: [Int: UInt64]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    for (offset, value) in words {
      for index in 0..<min(8, count - offset) {
        bytes[offset + index] = UInt8(value >> UInt64(8 * index) & 0xff)
      }
    }
    return bytes
  }

  /// rt_sigprocmask, refused with and without a fetch of 8 bytes; bpf, whose attribute is zeroed first at any size;
  /// and semtimedop, which copies any number of operations of 6 bytes in one piece, from 65 on into memory of its own.
  private mutating func addSmall(_ bpf: CallShape) throws {
    let at = try address(Self.bytes(144, [:]))
    for size in [0, 8] as [UInt64] {
      all.append(
        CostProbe("rt_sigprocmask", Int(size), .EINVAL) {
          LinuxErrno.of { () throws(LinuxErrno) in try Syscalls.refusedSigprocmask(at, size: size) }
        })
    }
    for size in [16, 144] {
      try add("bpf", size, .EINVAL, bpf.with("cmd", 0x7fff_ffff), at: at, size: size)
    }
    let operations = try address(Self.bytes(3000, [:]))
    for count in [65, 500] as [UInt64] {
      all.append(
        CostProbe("semtimedop", Int(6 * count), .EINVAL) {
          LinuxErrno.of { () throws(LinuxErrno) in try Syscalls.refusedSemaphores(operations, count: count) }
        })
    }
  }

  /// sched_setattr of a TID that does not exist; with NULL, before anything is fetched; and with a policy that is
  /// refused once size and struct were fetched: two accesses.
  private mutating func addScheduler(_ schedSetattr: CallShape) throws {
    let shape = schedSetattr.with("pid", 0x7fff_fff0)
    for size in [48, 56] + Self.sizes.filter({ $0 > 56 }) {
      let at = try address(Self.bytes(size, [0: UInt64(size)]))
      try add("sched_setattr", size, .ESRCH, shape, at: at)
    }
    try add("sched_setattr, NULL", 0, .EINVAL, shape, at: 0)
    // The answer would change the size: a policy that is refused right after the copy shows the fetches alone.
    let refused = try address(Self.bytes(48, [0: 48 | 0x8000_0000 << 32]))
    try add("sched_setattr, policy -1", 48, .EINVAL, shape, at: refused)
  }

  /// openat2 with a flag that does not exist.
  private mutating func addOpen(_ openat2: CallShape) throws {
    for size in [24] + Self.sizes {
      let at = try address(Self.bytes(size, [0: 1 << 40]))
      try add("openat2", size, .EINVAL, openat2, at: at, size: size)
    }
  }

  /// clone3 with a flag that does not exist.
  private mutating func addClone(_ clone3: CallShape) throws {
    for size in [64, 80, 88] + Self.sizes.filter({ $0 > 88 }) {
      let at = try address(Self.bytes(size, [0: 1 << 63]))
      try add("clone3", size, .EINVAL, clone3, at: at, size: size)
    }
  }

  /// KVM's ioctls with a slot that is refused, and an ioctl that does not exist.
  private mutating func addRegions(of vm: Int32) throws {
    let at = try address(Self.bytes(160, [0: 0x7fff]))
    for (name, number, bytes, errno) in [
      ("an unknown ioctl", 0x0000_ae00 | 0xff, 0, LinuxErrno.ENOTTY),
      ("KVM region", 0x4020_ae46, 32, .EINVAL),
      ("KVM region2", 0x40a0_ae49, 160, .EINVAL),
    ] as [(String, UInt32, Int, LinuxErrno)] {
      all.append(
        CostProbe(name, bytes, errno) {
          LinuxErrno.of { () throws(LinuxErrno) in _ = try Syscalls.ioctl(vm, number, at) }
        })
    }
  }
}

extension LinuxErrno {
  /// What a call was refused with.
  static func of(_ body: () throws(LinuxErrno) -> Void) -> LinuxErrno? {
    do { try body() } catch { return error }
    return nil
  }
}
