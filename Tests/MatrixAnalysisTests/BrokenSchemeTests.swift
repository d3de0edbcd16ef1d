import ExtensibleStructs
import KernelInterfaces
import MatrixAnalysis
import Testing

/// Schemes that are wrong on purpose: the verdicts follow from what the kernel does, so each mistake shows.
struct BrokenSchemeTests {
  /// The verdicts that a habit's callers get from a prototype under a scheme.
  private func verdicts(_ history: History, _ scheme: Scheme, _ habit: Matrix.Habit) throws -> Set<
    Matrix.Verdict
  > {
    let table = try #require(try Matrix(history, schemes: [scheme]).tables.first)
    return Set(table.cells.filter { $0.user.habit == habit }.map(\.judgement.verdict))
  }

  @Test func `a kernel that knows no size reads beyond an older user's struct`() throws {
    #expect(try verdicts(History(Ring.self), .unversioned, .careful).contains(.outOfBounds))
  }

  @Test func `a tail that is not looked at drops what a newer user sets`() throws {
    let lax = Scheme.sizePrefixed.with {
      $0.input?.tail = .ignored
      $0.input?.unknownFlags = .ignored
    }
    #expect(try verdicts(History(Ring.self), lax, .careful).contains(.silentlyIgnored))
    #expect(try !verdicts(History(Ring.self), .sizePrefixed, .careful).contains(.silentlyIgnored))
  }

  @Test func `without a flag, garbage counts and zero means as before`() throws {
    let pad = Scheme.staticPad(to: 64)
    #expect(try verdicts(History(Ungated.self), pad, .garbage).contains(.garbageRead))
    #expect(try verdicts(History(Ungated.self), pad, .careful) == [.accepted, .silentlyIgnored])
  }

  @Test func `a checked pad refuses garbage and a forgotten flag`() throws {
    let checked = Scheme.staticPadChecked(to: 64)
    #expect(try verdicts(History(Ring.self), checked, .missingFlag) == [.rejected])
    #expect(try verdicts(History(Ring.self), checked, .garbage).isSubset(of: [.accepted, .rejected]))
    #expect(try verdicts(History(Ring.self), .staticPad(to: 64), .missingFlag) == [.silentlyIgnored])
  }

  @Test func `a flag that demands no size makes the kernel act on bytes it made up`() throws {
    let lax = Scheme.sizePrefixed.with { $0.input?.flagBeyondSize = .ignored }
    #expect(try verdicts(History(Ring.self), lax, .strayFlag).contains(.garbageRead))
    #expect(try verdicts(History(Ring.self), .sizePrefixed, .strayFlag) == [.rejected])
  }

  @Test func `a scheme that reads flags refuses a version without a gate`() throws {
    #expect(throws: InterfaceError("ungated", .scheme(.ungated("VER1", "flag-first")))) {
      try Matrix(Ungated.self, schemes: [.flagFirst])
    }
  }
}
