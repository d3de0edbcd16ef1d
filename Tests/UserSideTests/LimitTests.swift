import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog
import UserSide

/// A negotiation ends, whatever a kernel answers.
struct LimitTests {
  /// A kernel that answers at random, and writes random bytes.
  private struct Random: CallableKernel {
    var state: UInt64
    var name: String { "random" }

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }

    mutating func answer(_ call: KernelCall) -> KernelCall.Outcome {
      let errnos: [LinuxErrno?] = [
        .E2BIG, .EINVAL, .ENOTTY, .ENOSYS, .EOPNOTSUPP, .E2BIG, .EINVAL, .ENOTTY, nil, .EPERM,
      ]
      var memory = call.memory.content
      for index in memory.indices where next() % 3 == 0 { memory[index] = UInt8(truncatingIfNeeded: next()) }
      var outcome = KernelCall.Outcome(errno: errnos[Int(next() % 9)], memory: memory, usize: next() % 300)
      outcome.value = Int(next() % 300)
      return outcome
    }
  }

  @Test func `there are no more tries than versions and flags, and one`() throws {
    var longest = 0
    for interface in try Catalog.interfaces() {
      let history = interface.history
      for seed in 0..<8 as Range<UInt64> {
        var random = Random(state: seed &* 977)
        var given = (0..<history.versions[interface.newest.version].size).map { _ in
          random.next() % 2 == 0 ? UInt8(truncatingIfNeeded: random.next()) : 0
        }
        // Every gate is open, so that no flag is forgotten.
        let gates = history.versions.reduce(0) { $0 | $1.gate }
        if let flags = history.flags?.field {
          for index in 0..<flags.size {
            given[flags.offset + index] |= UInt8(truncatingIfNeeded: gates >> UInt64(8 * index))
          }
        }
        let droppable = history.layout.fields.filter { _ in random.next() % 2 == 0 }.map {
          Droppable.member($0.name)
        }
        let flags = history.flags.map { _ in random.next() << 32 | random.next() } ?? 0
        let found = try negotiate(interface, given, dropping: droppable + [.flags(flags)], on: random)
        #expect(found.end != .other("no end"), "\(interface.name), seed \(seed)")
        #expect(found.tries <= found.limit, "\(interface.name), seed \(seed)")
        let width = (history.flags?.field.size ?? 0) * 8
        let older = interface.older.compactMap(\.interface).reduce(0) { $0 + $1.newest.version + 2 + width }
        #expect(
          found.limit <= interface.newest.version + 2 + width + older, "\(interface.name), seed \(seed)")
        longest = max(longest, found.tries)
      }
    }
    // The kernels above do send some far.
    #expect(longest > 4)
  }
}
