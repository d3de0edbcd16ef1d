import ExtensibleStructs
import LinuxSystem
import RunningKernel
import Testing

@testable import RaceAnalysis

/// What the machine that runs the tests says about page faults of the kernel.
private let refusal: String? = {
  do {
    let replay = try RaceReplay(of: "sched_attr")
    return replay.cases.isEmpty ? replay.skipped.joined(separator: "; ") : nil
  } catch { return nil }  // No excuse: the tests fail with it.
}()

extension Trait where Self == ConditionTrait {
  /// Skips, and says why, where userfaultfd is not allowed.
  static var needsUserFaults: Self { .enabled(if: refusal == nil, "\(refusal ?? "")") }
}

@Suite(.needsUserFaults, .serialized) struct ReplayTests {
  @Test(arguments: ["sched_attr", "kvm_userspace_memory_region"])
  func theRunningKernelAgrees(structure: String) throws {
    let replay = try RaceReplay(of: structure)
    if replay.cases.isEmpty { print("SKIPPED: \(replay.skipped.joined(separator: "; "))") }
    for one in replay.disagreements {
      Issue.record("\(one.interface), \(one.name): simulated \(one.simulated.words), real \(one.real.words)")
    }
    // Each call shows more than one answer, or nothing would be compared.
    for (_, cases) in Dictionary(grouping: replay.cases, by: \.interface) {
      #expect(Set(cases.map(\.real.errno)).count > 1)
      let values = Set(cases.map(\.real.values))
      #expect(values == [[:]] || values.count > 2)
    }
  }

  @Test func someScheduleIsNeverReached() throws {
    let replay = try RaceReplay(of: "sched_attr")
    // A size that is refused at once leaves the rear untouched.
    #expect(replay.cases.contains { !$0.didFault && $0.real.errno == .E2BIG })
  }

  /// A kernel that copies the head before it looks at the tail would answer otherwise.
  @Test func aBrokenOrderIsSeen() throws {
    let replay = try RaceReplay(of: "sched_attr") { codec, memory, usize, kernel throws(Rejection) in
      var early = memory
      var head = [UInt8](repeating: 0, count: codec.size)
      do throws(Fault) {
        _ = try early.getUser(at: 0, width: 4)
        var span = head.mutableSpan
        var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
        try early.copyFromUser(at: 0, count: codec.size, into: &target)
      } catch { throw Rejection(.copy, .EFAULT, at: error.offset) }
      let received = try codec.receive(from: &memory, usize: UInt64(usize), into: &kernel)
      for index in head.indices { kernel.store(UInt64(head[index]), at: index, width: 1) }
      return received
    }
    #expect(!replay.disagreements.isEmpty)
    // The struct with a tail, whose check faults while the head is rewritten.
    #expect(replay.disagreements.contains { $0.name.hasPrefix("page ends at 56, rear missing") })
  }

  /// A kernel that compared the flags of two reads would refuse what this one takes.
  @Test func anotherSchemeIsSeen() throws {
    let replay = try RaceReplay(of: "sched_attr") { codec, memory, usize, kernel throws(Rejection) in
      let before = memory.states[0][0..<4]
      let received = try codec.receive(from: &memory, usize: UInt64(usize), into: &kernel)
      guard Array(before).littleEndian == kernel.bytes.integer(at: 0, width: 4) else {
        throw Rejection(.recheck, .EINVAL, at: 0)
      }
      return received
    }
    #expect(!replay.disagreements.isEmpty)
  }

  @Test func aCallThatNeverFaultsEnds() throws {
    let bytes = [UInt8](repeating: 0, count: 16)
    let buffer = try FaultingBuffer(before: bytes, after: bytes, front: 8, missing: .rear)
    let (value, present) = try buffer.serve { 7 }
    #expect(value == 7)
    #expect(present == Array(bytes[..<8]))
    #expect(!buffer.didFault)
  }

  @Test func anErrorOfTheCallComesBack() throws {
    let bytes = [UInt8](repeating: 0, count: 16)
    let buffer = try FaultingBuffer(before: bytes, after: bytes, front: 8, missing: .front)
    #expect(throws: SystemError("test", .EINTR)) {
      _ = try buffer.serve { throw SystemError("test", .EINTR) }
    }
  }

  @Test(arguments: [(16, 16, 0), (16, 16, 16), (16, 8, 4), (8192, 8192, 8)])
  func impossibleLayouts(before: Int, after: Int, front: Int) {
    #expect(throws: SystemError.self) {
      _ = try FaultingBuffer(
        before: [UInt8](repeating: 0, count: before), after: [UInt8](repeating: 0, count: after),
        front: front,
        missing: .rear)
    }
  }

  @Test func otherStructsAreSkippedWithTheReason() throws {
    let replay = try RaceReplay(of: "nothing")
    #expect(
      replay.skipped == ["no call of this kernel reads struct nothing twice, or none that can be made here"])
  }
}
