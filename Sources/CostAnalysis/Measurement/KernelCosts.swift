package import KernelInterfaces

/// What taking a struct in costs on the running kernel, by calls that are refused right after the copy.
public struct KernelCosts: Sendable {
  /// One call at one size.
  public struct Call: Sendable {
    /// What is called, such as `openat2`.
    public let name: String
    /// How many bytes the kernel takes in, the tail that it checks included.
    public let bytes: Int
    /// Nanoseconds.
    public let time: Spread
  }

  /// The calls that are timed, beside KVM's ioctls and those that take no extensible struct.
  package struct Calls: Sendable {
    /// `openat2`, whose tails are timed.
    package var openat2: CallShape
    /// `clone3`, which has three sizes.
    package var clone3: CallShape
    /// `bpf`, whose attribute is zeroed first at any size.
    package var bpf: CallShape
    /// `sched_setattr`, which reads its size first.
    package var schedSetattr: CallShape

    /// Names the calls.
    package init(openat2: CallShape, clone3: CallShape, bpf: CallShape, schedSetattr: CallShape) {
      self.openat2 = openat2
      self.clone3 = clone3
      self.bpf = bpf
      self.schedSetattr = schedSetattr
    }
  }

  /// Every call that this kernel has, at each size.
  public let calls: [Call]
  /// Nanoseconds of entering the kernel and leaving it.
  public let entry: Spread
  /// Nanoseconds of the refused call that everything is compared with: the cheapest that takes a struct in.
  public let refusedCall: Spread
  /// Nanoseconds of one more fetch.
  public let fetch: Spread
  /// Nanoseconds of beginning to look at a tail.
  public let tailEntry: Spread
  /// Nanoseconds of each byte copied.
  public let copiedByte: Spread
  /// Nanoseconds of each byte of a tail.
  public let checkedByte: Spread

  /// Times the calls, one after the other in each of so many rounds, the order rotated.
  ///
  /// - Throws: ``SystemError`` if there is no memory for them.
  package init(of calls: Calls, rounds: Int = 41, advance: () -> Void = {}) throws {
    let probes = try CostProbes(calls)
    let all = probes.all
    let times = Rounds(rounds, of: all.map { probe in { probe.run($0) } }, advance: advance).times
    withExtendedLifetime(probes) {}
    func values(_ name: String, _ bytes: Int? = nil) -> [Double] {
      all.firstIndex { $0.name == name && (bytes == nil || $0.bytes == bytes) }.map { times[$0] } ?? []
    }
    /// The difference of two calls, round by round, over a number.
    func difference(_ more: [Double], _ less: [Double], over count: Double) -> [Double] {
      zip(more, less).map { ($0 - $1) / count }
    }
    self.calls = zip(all, times).map { Call(name: $0.name, bytes: $0.bytes, time: Spread($1)) }
    entry = Spread(values("an empty call"))
    let region = values("KVM region")
    refusedCall = Spread(region.isEmpty ? values("openat2", 24) : region)
    fetch = Spread(difference(values("rt_sigprocmask", 8), values("rt_sigprocmask", 0), over: 1))
    let perByte = difference(values("openat2", 4096), values("openat2", 32), over: 4064)
    checkedByte = Spread(perByte)
    tailEntry = Spread(
      zip(difference(values("openat2", 32), values("openat2", 24), over: 1), perByte).map { $0 - 8 * $1 })
    // A kernel without semaphores has bpf at least, whose attribute is short.
    let copies = difference(values("semtimedop", 3000), values("semtimedop", 390), over: 2610)
    copiedByte = Spread(
      copies.isEmpty ? difference(values("bpf", 144), values("bpf", 16), over: 128) : copies)
  }
}
