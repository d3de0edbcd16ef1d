import ExtensibleStructs
import KernelInterfaces
import LinuxSystem
import RunningKernel
import UAPICatalog

/// `sched_setattr`: the size is read first, then the tail is checked, then the head is copied.
struct SchedulerFaultTarget: FaultTarget {
  let name = "sched_setattr"
  let codec: Codec
  let starts: [[UInt8]]
  let writers: [[UserStore]]

  init() throws {
    let interface = try Catalog.schedSetattr()
    codec = try Codec(interface, behavior: RunningKernel.behavior(of: interface))
    var attributes = SchedAttr()
    attributes.schedPolicy = 3
    attributes.schedNice = 1
    let exact = try StructCodec<SchedAttr>(.sizePrefixed).encode(attributes)
    // A newer user: 8 bytes of tail, all zero.
    var long = exact + [UInt8](repeating: 0, count: 8)
    long[0] = UInt8(long.count)
    // A size that is refused at once: with the rear missing, the kernel never comes there.
    var tiny = exact
    tiny[0] = 1
    starts = [exact, long, tiny]

    let sizes = [0, 1, 48, 56, 4097].map { UserStore.set($0, at: 0, width: 4) }
    let policy = UserStore.set(0, at: 4, width: 4)
    let fork = UserStore.set(1, at: 8, width: 8)
    let unknown = UserStore.set(1 << 40, at: 8, width: 8)
    let nice = UserStore.set(7, at: 16, width: 4)
    let tail = UserStore.set(1, at: 56, width: 1)
    writers =
      (sizes + [policy, fork, unknown, nice, tail]).map { [$0] }
      + [
        [policy, nice, fork], [sizes[1], policy, nice, fork], [sizes[2], tail], [unknown, tail],
        [tail, nice],
      ]
  }

  var cuts: [FaultCut] { cuts(length: 64) }

  func call(_ buffer: FaultingBuffer) throws -> (RaceEffect, present: [UInt8]) {
    let (set, get) = (try Catalog.schedSetattr(), try Catalog.schedGetattr())
    return try buffer.serve {
      try RunningKernel.onNewThread { kernel in
        if let errno = try kernel.rawErrno(of: set, on: buffer) {
          return RaceEffect(errno: errno, values: [:])
        }
        let now = try GuardedBuffer([UInt8](repeating: 0, count: 48))
        if let failure = try kernel.rawErrno(of: get, on: now, usize: 48) {
          throw SystemError("sched_getattr", failure)
        }
        return try SchedulerFaultTarget.effect(of: now.read())
      }
    }
  }

  func effect(_ result: Result<Received, Rejection>, _ seen: [UInt8]) -> RaceEffect {
    if case .failure(let rejection) = result { return RaceEffect(errno: rejection.errno, values: [:]) }
    return SchedulerFaultTarget.effect(of: seen)
  }

  /// What a thread is set to by these attributes.
  private static func effect(of bytes: [UInt8]) -> RaceEffect {
    RaceEffect(values: [
      "policy": Array(bytes[4..<8]).littleEndian, "reset on fork": Array(bytes[8..<16]).littleEndian & 1,
      "nice": Array(bytes[16..<20]).littleEndian,
    ])
  }
}
