public import ExtensibleStructs

extension Catalog {
  /// `sched_setattr`: 48 bytes since Linux 3.14, 56 since 5.3.
  ///
  /// NULL is EINVAL, before anything is read; on every E2BIG the kernel's size is written back.
  public static func schedSetattr() throws(InterfaceError) -> Interface {
    let scheme = Scheme.sizePrefixed.with { $0.nullPointer = .rejectedFirst(.EINVAL) }
    return try Interface(
      "sched_setattr", history: history(SchedAttr.self), summary: "sets how a thread is scheduled",
      editions: [
        Edition(since: Release(3, 14), version: 0, scheme: scheme),
        Edition(since: Release(5, 3), version: 1, scheme: scheme),
      ])
  }

  /// `sched_getattr`: the size is an argument, and what was copied stands in the struct.
  ///
  /// Linux 6.13 began to zero the user's bytes beyond the kernel's struct; before, they were left alone.
  public static func schedGetattr() throws(InterfaceError) -> Interface {
    let before = Scheme(
      "sched-getattr", size: .argument(Scheme.Bounds(.version0(.EINVAL), .page(.EINVAL))),
      direction: .handsOut(Scheme.Output(tail: .leftAlone, reportsCopiedBytes: true)),
      summary: "the size is an argument"
    ).with { $0.nullPointer = .rejectedFirst(.EINVAL) }
    return try Interface(
      "sched_getattr", history: history(SchedAttr.self),
      summary: "says how a thread is scheduled",
      editions: [
        Edition(since: Release(3, 14), version: 0, scheme: before),
        Edition(since: Release(5, 3), version: 1, scheme: before),
        Edition(since: Release(6, 13), version: 1, scheme: before.with { $0.output?.tail = .zeroed }),
      ])
  }
}
