import Callers
import Documents
import ExtensibleStructs
import KernelInterfaces
import Testing

@testable import MatrixAnalysis

/// Callers that the kernel of their own version refuses.
@Suite("Unusable")
struct UnusableTests {
  /// A least size above the first version's: VER0 is 16 bytes, VER1 24.
  static let outOfReach = Scheme.sizeArgument.with {
    $0.bounds = Scheme.Bounds(Scheme.Minimum(bytes: 24, errno: .EINVAL), .page(.E2BIG))
  }

  /// ``Ring``, with flags that exclude each other.
  private func ring(_ conflict: FlagsField.Conflict) throws -> History {
    let ring = try History(Ring.self)
    var flags = try #require(ring.flags)
    flags.conflicts = [conflict]
    return try History(ring.layout, versions: ring.versions, flags: flags)
  }

  private func table(_ history: History, _ scheme: Scheme) throws -> Matrix.Table {
    try #require(try Matrix(history, schemes: [scheme]).tables.first)
  }

  private func verdicts(_ table: Matrix.Table, _ habit: Matrix.Habit, user: Int, kernel: Int) -> Set<
    Matrix.Verdict
  > {
    Set(
      table.cells.filter { $0.user.habit == habit && $0.user.version == user && $0.kernel == kernel }
        .map(\.judgement.verdict))
  }

  @Test func `the word is the one that programs read`() {
    #expect(Matrix.Verdict.unusable.rawValue == "unusable")
    #expect(!Matrix.Verdict.unusable.isSound && Matrix.Verdict.unusable.short == "UNUSABLE")
    #expect(Matrix.Verdict.allCases.last == .unusable)
  }

  @Test func `a least size above the first version makes that version unusable`() throws {
    let table = try table(History(Ring.self), Self.outOfReach)
    #expect(verdicts(table, .careful, user: 0, kernel: 0) == [.unusable])
    // Another kernel's refusal is one that a fallback answers.
    #expect(verdicts(table, .careful, user: 0, kernel: 1) == [.rejected])
    #expect(verdicts(table, .careful, user: 1, kernel: 1) == [.accepted])
    let cell = try #require(table.cells.first { $0.judgement.verdict == .unusable })
    #expect(cell.judgement.errno == .EINVAL && cell.judgement.rejection?.step == .minimum)
    #expect(
      table.judgement.hasPrefix("VER0 is refused by its own kernel (EINVAL: size below the minimum); "),
      "\(table.judgement)")
    #expect(
      table.hazards.first?.words
        == "careful: a VER0 kernel refuses the 16 bytes of a VER0 user with EINVAL: size below the minimum "
        + "[1 cell]")
  }

  @Test func `a mistake does not hide what refuses a careful caller too`() throws {
    let argument = try table(History(Ring.self), Self.outOfReach)
    // VER0 has no extension whose flag it could forget.
    for habit in [Matrix.Habit.garbage, .strayFlag] {
      #expect(verdicts(argument, habit, user: 0, kernel: 0) == [.unusable], "\(habit)")
    }
    let member = Scheme.sizePrefixed.with {
      $0.bounds = Scheme.Bounds(Scheme.Minimum(bytes: 32, errno: .E2BIG), .page(.E2BIG))
    }
    let table = try table(History(Ring.self), member)
    #expect(verdicts(table, .unsetSize, user: 0, kernel: 0) == [.unusable])
    // Size 0 means VER0, which is too short: no other user of VER1 meets that.
    #expect(verdicts(table, .unsetSize, user: 1, kernel: 1) == [.rejected])
    let cell = try #require(table.cells.first { $0.judgement.verdict == .unusable })
    #expect(cell.judgement.bytes == [16..<24])
    #expect(table.hazards[0].words.contains("size below the minimum at bytes 16-23 (size)"))
    #expect(table.hazards.filter { $0.verdict == .unusable }.map(\.habit) == [.careful])
  }

  @Test func `a gate that excludes itself makes its extension unusable`() throws {
    // The intention: not beside the flags of VER0. The mistake: its own bit is among them.
    let table = try table(ring(.init(0x2, excludes: 0x3)), .flagFirst)
    #expect(verdicts(table, .careful, user: 0, kernel: 0) == [.accepted])
    #expect(verdicts(table, .careful, user: 1, kernel: 1) == [.accepted, .unusable])
    #expect(verdicts(table, .missingFlag, user: 1, kernel: 1) == [.silentlyIgnored])
    #expect(
      table.judgement.contains(
        "VER1 with deadline, VER2 with deadline are refused by their own kernels (EINVAL: conflicting flags)"),
      "\(table.judgement)")
    #expect(table.hazards[0].words.contains("conflicting flags at bytes 0-3 (flags)"))
  }

  @Test func `extensions that exclude each other by declaration are refused, and can be used alone`() throws {
    let table = try table(ring(.init(0x2, excludes: 0x4)), .flagFirst)
    let refused = table.cells.filter { $0.user.habit == .careful && $0.user.features == 0b11 }
    #expect(refused.contains { $0.kernel == 2 && $0.judgement.errno == .EINVAL })
    #expect(!table.cells.contains { $0.judgement.verdict == .unusable })
    #expect(table.judgement.hasPrefix("Careful users are never misled"))
  }

  @Test func `a rule on the flags that no caller can meet`() throws {
    let interface = try Interface(
      "ring", history: History(Ring.self),
      facts: [
        Fact(.call(version: 2, .flagFirst), .assumed("a test")),
        Fact(.rule(MemberRule("flags", .noneOf(0x4), else: .EOPNOTSUPP)), .assumed("a test")),
      ])
    let table = try MatrixRun(interface, samples: SampleValues()).table(.every, progress: {})
    #expect(verdicts(table, .careful, user: 2, kernel: 2) == [.accepted, .unusable])
    #expect(
      table.judgement.hasPrefix("VER2 with weight is refused by its own kernel (EOPNOTSUPP: refused value); ")
    )
  }

  @Test func `an array of one struct is no array of as many as it has bytes`() throws {
    let array = Scheme("array", size: .elements(.init(1, through: 8, else: .EINVAL)))
    let table = try table(History(Ring.self), array)
    for version in 0...2 { #expect(verdicts(table, .careful, user: version, kernel: version) == [.accepted]) }
  }

  @Test func `is the worst at a glance, in 80 columns`() throws {
    var schemes = Scheme.five(for: try History(Ring.self))
    schemes[1].bounds?.minimum.bytes = 32
    schemes[3].bounds?.minimum.bytes = 32
    let lines = try Matrix(History(Ring.self), schemes: schemes).document.lines(width: 80)
      .map { $0.rendered(color: false) }
    #expect(lines.allSatisfy { $0.count <= 80 })
    let glance = try #require(lines.firstIndex { $0.hasPrefix("at a glance") })
    let line = try #require(lines[glance...].first { $0.hasPrefix("size-prefixed ") })
    let words = line.split(separator: " ")
    #expect(words.contains("UNUSABLE"), "\(line)")
    #expect(!words.dropFirst(2).prefix(2).contains("safe"), "\(line)")
    #expect(lines.contains { $0.contains("VER0  careful") && $0.contains("UNUSABLE") })
  }
}
