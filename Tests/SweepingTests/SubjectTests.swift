import ExtensibleStructs
import KernelInterfaces
import Sweeping
import Testing
import UAPICatalog

/// What a sweep asks, without a kernel.
struct SubjectTests {
  private func subject(_ name: String) throws -> Subject {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    let codec = try Codec(interface)
    // Bits of both values in every byte, so that whatever changes one shows.
    return Subject(interface, codec, sample: [UInt8](repeating: 0b0101_1010, count: codec.size))
  }

  @Test func `the same seed makes the same calls, and another one others`() throws {
    let subject = try subject("openat2")
    func calls(_ seed: UInt64) -> [KernelCall.Memory] {
      subject.changes(seed: seed, random: 50).map { subject.call($0).memory }
    }
    #expect(calls(1) == calls(1))
    #expect(calls(1) != calls(2))
  }

  @Test(arguments: ["sched_setattr", "perf_event_open", "clone3", "futex_waitv"])
  func `what the surroundings of a call judge is never changed`(_ name: String) throws {
    let subject = try subject(name)
    let unmodelled = try #require(subject.interface.call).unmodelled
    let fields = subject.interface.history.layout.fields.filter { $0.range.upperBound <= subject.codec.size }
    for change in subject.changes(seed: 1, random: 50) {
      let bytes = subject.call(change).memory.bytes
      for field in fields where field.range.upperBound <= bytes.count {
        let frozen = unmodelled[field.name] ?? 0
        for index in field.range {
          let mask = UInt8(truncatingIfNeeded: frozen >> UInt64(8 * (index - field.offset)))
          #expect(bytes[index] & mask == subject.sample[index] & mask, "\(field.name): \(change.name)")
        }
      }
    }
  }

  @Test func `each bit of each member is set in some call, and cleared in another`() throws {
    let subject = try subject("openat2")
    var (set, cleared) = ([UInt8](repeating: 0, count: 24), [UInt8](repeating: 0, count: 24))
    for change in subject.changes(seed: 1, random: 0) {
      for (index, byte) in subject.call(change).memory.bytes.prefix(24).enumerated() {
        set[index] |= byte
        cleared[index] |= ~byte
      }
    }
    #expect(set == [UInt8](repeating: 0xff, count: 24))
    #expect(cleared == [UInt8](repeating: 0xff, count: 24))
  }

  @Test func `memory ends at each byte of a struct`() throws {
    let subject = try subject("openat2")
    let ends = Set(subject.changes(seed: 1, random: 0).map { subject.call($0).memory.mapped })
    #expect(ends.isSuperset(of: 0...40))
  }
}
