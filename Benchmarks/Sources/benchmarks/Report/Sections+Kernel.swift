import LinuxKernel

extension Section {
  /// Calls of the running kernel.
  static func kernel(_ costs: KernelCosts) -> Section {
    Section(
      title: "The running kernel",
      words:
        "\(RunningKernel().name): calls that are refused right after the copy, hot, in nanoseconds. Bytes "
        + "beyond a struct's own size are a tail of zeros.",
      columns: ["call", "bytes", "median", "quarters"],
      rows: costs.calls.map {
        [$0.name, "\($0.bytes)", tenths($0.time.median), "\(tenths($0.time.low))-\(tenths($0.time.high))"]
      })
  }

  /// What follows from them.
  static func derived(_ costs: KernelCosts) -> Section {
    let parts: [(String, Spread, String)] = [
      ("entering the kernel", costs.entry, "an empty call"),
      ("one more fetch", costs.fetch, "rt_sigprocmask, refused with and without one"),
      ("beginning a tail", costs.tailEntry, "openat2 with 32 bytes and with 24"),
      ("each byte copied", costs.copiedByte, "bpf with 144 bytes and with 16"),
      ("each byte of a tail", costs.checkedByte, "openat2 with 4096 bytes and with 32"),
    ]
    return Section(
      title: "What follows for each part",
      words: "Nanoseconds; differences of two calls, taken round by round.",
      columns: ["part", "median", "quarters", "from"],
      rows: parts.map {
        [$0.0, fixed($0.1.median, 3), "\(fixed($0.1.low, 3))-\(fixed($0.1.high, 3))", $0.2]
      })
  }
}
