package import ExtensibleStructs

/// A schedule that breaks a property, step by step.
package struct RaceCounterexample: Sendable {
  /// The property that it breaks.
  package let property: RaceProperty
  /// The index of the version that the caller was compiled with.
  package let user: Int
  /// The index of the kernel's version.
  package let kernel: Int
  /// The call, with memory as it was before.
  package let call: RaceCall
  /// What the second thread stores, in this order.
  package let writer: [UserStore]
  /// What happened, in order.
  package let events: [RaceEvent]
  /// Memory after the last write.
  package let after: [UInt8]
  /// The kernel's struct.
  package let kernelStruct: [UInt8]
  /// How many of its bytes were copied; the rest is zero.
  package let copied: Int
  /// The end of what the kernel fetched.
  package let reach: Int
  /// The end of what the caller's size or flags declare, in the state of memory that declares most.
  package let declared: Int
  /// What the kernel goes by, or why it refused.
  package let result: Result<Received, Rejection>
  /// The states of memory, by how many writes had landed, whose bytes the kernel's struct holds.
  package let mixes: [Int]

  init(_ property: RaceProperty, _ start: RaceStart, _ writer: [UserStore], _ finding: RaceTally.Found) {
    self.property = property
    user = start.user
    kernel = start.kernel
    call = start.call
    self.writer = writer
    var memory = ScheduledMemory(
      start.call.memory, writer: writer, grain: finding.grain, plan: .decisions(finding.decisions))
    let run = memory.run(start.call)
    events = memory.withWritesBeforeFetches(start.call).events
    after = memory.states[memory.states.count - 1]
    kernelStruct = run.seen
    result = run.result
    copied = memory.copied
    reach = memory.reach
    let member = start.call.deciding
    declared =
      memory.states.map { state in
        start.call.declared(Array(state[member.offset..<member.offset + member.width]).littleEndian)
      }.max() ?? 0
    mixes = memory.mixes
  }

  /// The caller's struct, and the memory behind it, before any write.
  package var before: [UInt8] { call.memory }

  /// How many states of memory there were.
  package var states: Int { writer.count + 1 }
}

/// One step of a schedule.
package enum RaceEvent: Hashable, Sendable {
  /// The second thread's store with this index lands; the member's bytes then hold the value.
  case store(Int)
  /// The kernel reads these bytes, all of them in the state after so many writes.
  case read(Access.Primitive, Range<Int>, state: Int, isStart: Bool)
  /// The kernel writes back.
  case writeBack(Int, value: UInt64)
}
