import ExtensibleStructs
import TestSupport
import Testing

/// The kernel is of version 2, and looks at `low` beside the flags.
@Suite("The struct is copied back")
struct CopyBackTests {
  /// When a scheme copies the struct back.
  enum When { case never, onSuccess, always }

  private func codec(_ when: When) throws -> Codec {
    let scheme = Scheme.newIoctl.with {
      $0.input?.copiesBack = when != .never
      $0.input?.refusal = when == .always ? .copiedBack : .leftAlone
    }
    let rules = [MemberRule("low", .within(0...9))]
    return try Codec(
      History(Ledger.self), behavior: Behavior(version: 2, scheme: scheme, knownFlags: 0x1f, rules: rules))
  }

  /// What a caller with read-only memory is answered, by when the struct is copied back: for a struct that is taken, one
  /// with an unknown flag, and one that breaks the rule.
  @Test(arguments: [
    (When.never, [0, 22, 22]), (.onSuccess, [14, 22, 22]), (.always, [14, 14, 14]),
  ])
  func `to read-only memory`(copiesBack: When, errnos: [Int32]) throws {
    let codec = try codec(copiesBack)
    for (content, errno) in zip(contents(of: codec), errnos) {
      var memory = TestMemory(content, isWritable: false)
      let verdict = take(codec, &memory, usize: UInt64(codec.size))
      #expect((verdict.errno ?? 0) == errno)
      #expect(errno != 14 || content != contents(of: codec)[0] || verdict.check == "answer")
    }
  }

  /// The same with memory that can be written: nothing but the answers of the checks, and one write.
  @Test(arguments: [
    (When.never, [false, false, false]), (.onSuccess, [true, false, false]),
    (.always, [true, true, true]),
  ])
  func `to memory that can be written`(copiesBack: When, writes: [Bool]) throws {
    let codec = try codec(copiesBack)
    for (index, content) in contents(of: codec).enumerated() {
      var memory = TestMemory(content)
      let verdict = take(codec, &memory, usize: UInt64(codec.size))
      #expect((verdict.errno ?? 0) == (index == 0 ? 0 : 22))
      #expect(memory.cells.bytes == content)
      #expect(memory.accesses.contains { $0.primitive == .copyToUser } == writes[index])
    }
  }

  @Test(arguments: [When.onSuccess, .always])
  func `not before it was copied in`(copiesBack: When) throws {
    let codec = try codec(copiesBack)
    var memory = TestMemory(contents(of: codec)[0], mapped: codec.size - 1)
    let verdict = take(codec, &memory, usize: UInt64(codec.size))
    #expect(verdict.check == "copy" && verdict.errno == 14)
    var other = TestMemory(contents(of: codec)[0], isWritable: false)
    #expect(take(codec, &other, usize: 3).check == "dispatch")
  }

  private func contents(of codec: Codec) -> [[UInt8]] {
    let valid = [UInt8](repeating: 0, count: codec.size)
    var (flagged, broken) = (valid, valid)
    codec.flags.set(1 << 20, in: &flagged)
    broken[16] = 10  // `low`
    return [valid, flagged, broken]
  }
}
