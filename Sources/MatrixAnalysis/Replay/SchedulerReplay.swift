package import ExtensibleStructs
import LinuxSystem
import RunningKernel
import UAPICatalog

/// `sched_attr` on the running kernel: the size-prefixed scheme is `sched_setattr`.
///
/// Each call is made on a thread of its own, which then asks `sched_getattr` what became of its clamps.
package struct SchedulerReplay: Matrix.Replay {
  /// The struct's C name.
  package let structure = "sched_attr"
  /// SCHED_BATCH, and clamps that are not the defaults.
  package let samples: [String: UInt64] = [
    "sched_policy": 3, "sched_nice": 1, "sched_priority": 0, "sched_runtime": 0, "sched_deadline": 0,
    "sched_period": 0, "sched_util_min": 100, "sched_util_max": 900,
  ]

  private let ksize: UInt64
  private let hasClamps: Bool

  /// Asks the kernel for its struct's size, and whether it was built with utilisation clamps.
  ///
  /// - Throws: if the calls cannot be made.
  package init() throws {
    let samples = samples
    let set = try Catalog.schedSetattr()
    let (size, clamps) = try RunningKernel.onNewThread { kernel in
      // A size of 1 is refused, and the kernel's own is written back.
      let probe = try GuardedBuffer([1, 0, 0, 0])
      let refusal = try kernel.rawErrno(of: set, on: probe)
      guard refusal == .E2BIG else {
        throw SystemError("sched_setattr with a size of 1", refusal ?? .EINVAL)
      }
      var careful = SchedAttr()
      careful.schedPolicy = UInt32(samples["sched_policy"] ?? 0)
      careful.schedFlags = .utilClamp
      careful.schedUtilMin = UInt32(samples["sched_util_min"] ?? 0)
      careful.schedUtilMax = UInt32(samples["sched_util_max"] ?? 0)
      let bytes = try GuardedBuffer(StructCodec<SchedAttr>(.sizePrefixed).encode(careful))
      let written = try probe.read().reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return (written, try kernel.rawErrno(of: set, on: bytes) != .EOPNOTSUPP)
    }
    ksize = size
    hasClamps = clamps
  }

  /// The newest version that fits the size which the kernel wrote back.
  package func version(under scheme: Scheme) -> Int? {
    guard scheme.name == "size-prefixed" else { return nil }
    return ksize >= 56 ? 1 : ksize >= 48 ? 0 : nil
  }

  /// Sets the attributes, then reads the clamps back.
  ///
  /// A kernel that was built without utilisation clamps answers EOPNOTSUPP once it has taken the flag and the
  /// bytes behind it; that counts as honoured, and a note says so.
  package func call(_ user: [UInt8], under scheme: Scheme) throws -> Matrix.ReplayAnswer {
    let hasClamps = hasClamps
    let (set, get) = (try Catalog.schedSetattr(), try Catalog.schedGetattr())
    return try RunningKernel.onNewThread { kernel in
      let errno = try kernel.rawErrno(of: set, on: GuardedBuffer(user))
      if errno == .EOPNOTSUPP, !hasClamps {
        return Matrix.ReplayAnswer(
          honoured: [0], note: "EOPNOTSUPP counts as accepted: this kernel lacks CONFIG_UCLAMP_TASK")
      }
      if let errno { return Matrix.ReplayAnswer(errno: errno) }
      let now = try GuardedBuffer([UInt8](repeating: 0, count: 56))
      if let failure = try kernel.rawErrno(of: get, on: now, usize: 56) {
        throw SystemError("sched_getattr", failure)
      }
      let clamps = try now.read(at: 48, count: 8)
      let isSet = user.count == 56 && clamps == Array(user[48...]) && clamps.contains { $0 != 0 }
      return Matrix.ReplayAnswer(honoured: isSet ? [0] : [])
    }
  }
}
