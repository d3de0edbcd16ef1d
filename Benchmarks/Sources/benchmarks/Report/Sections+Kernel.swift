import CostAnalysis
import RunningKernel

extension Section {
  /// Calls of the running kernel.
  static func kernel(_ costs: KernelCosts) -> Section {
    let hasKVM = costs.calls.contains { $0.name.hasPrefix("KVM") }
    return Section(
      title: "The running kernel",
      words: """
        Nanoseconds of calls of \(RunningKernel().name) that are refused soon after the copy, for a flag, a slot or a \
        thread that there is not; code and memory are in the caches. Bytes are those that the kernel takes in; beyond \
        a struct's own size they are a tail of zeros. The empty call is getppid. Half of the rounds lie between the \
        quarters.\(hasKVM ? "" : " KVM cannot be asked here: its ioctls are left out.")
        """,
      columns: ["call", "bytes", "median", "quarters"],
      rows: costs.calls.map {
        [$0.name, "\($0.bytes)", tenths($0.time.median), "\(tenths($0.time.low))-\(tenths($0.time.high))"]
      })
  }

  /// What follows from them.
  static func derived(_ costs: KernelCosts) -> Section {
    let parts: [(String, Spread, String)] = [
      ("entering the kernel", costs.entry, "the empty call, with what little it does"),
      ("one more fetch", costs.fetch, "rt_sigprocmask, refused with and without one"),
      ("beginning a tail", costs.tailEntry, "openat2 with 32 bytes and with 24, less 8 bytes of a tail"),
      ("each byte copied", costs.copiedByte, "semtimedop with 3000 bytes and with 390"),
      ("each byte of a tail", costs.checkedByte, "openat2 with 4096 bytes and with 32"),
    ]
    return Section(
      title: "What follows for each part",
      words: """
        Nanoseconds; differences of two calls, taken round by round. A part whose lower quarter is not above zero is \
        within the noise, and counts as nothing below.
        """,
      columns: ["part", "median", "quarters", "from"], texts: [0, 3],
      rows: parts.map { name, time, source in
        let digits = name.hasPrefix("each") ? 3 : 1
        return [
          name, fixed(time.median, digits), "\(fixed(time.low, digits)) to \(fixed(time.high, digits))",
          source + (time.low > 0 ? "" : "; within the noise"),
        ]
      })
  }
}
