import ExtensibleStructs
import MatrixAnalysis
import Testing
import UAPICatalog

/// What the discussion, the kernel's source and its people say of single cells, against what the matrix finds.
struct KVMVerdictTests {
  struct Expectation: Sendable, CustomStringConvertible {
    var scheme: String
    var user: Int
    var kernel: Int
    var habit: Matrix.Habit
    var usesGuestMemfd = false
    var tailMapped: Bool?
    var verdict: Matrix.Verdict
    var errno: LinuxErrno?
    var bytes: [Range<Int>] = []

    var description: String { "\(scheme): VER\(user) \(habit.rawValue) on VER\(kernel)" }
  }

  static let fields = [32..<40, 40..<44]
  static let movedFields = [40..<48, 48..<52]

  static let expectations: [Expectation] = [
    // A flag alone makes the kernel read beyond the caller's struct: why REGION2 became a new ioctl.
    .init(
      scheme: "flag-first", user: 0, kernel: 1, habit: .strayFlag, tailMapped: true, verdict: .outOfBounds,
      bytes: [32..<48]),
    .init(
      scheme: "flag-first", user: 0, kernel: 1, habit: .strayFlag, tailMapped: false, verdict: .rejected,
      errno: .EFAULT),
    .init(scheme: "flag-first", user: 0, kernel: 0, habit: .strayFlag, verdict: .rejected, errno: .EINVAL),
    // The old ioctl rejects every flag that needs a byte beyond its own.
    .init(scheme: "new-ioctl", user: 0, kernel: 1, habit: .strayFlag, verdict: .rejected, errno: .EINVAL),
    // Dispatch is on the full number: an old kernel does not know the new one.
    .init(scheme: "new-ioctl", user: 1, kernel: 0, habit: .careful, verdict: .rejected, errno: .ENOTTY),
    // The pad is not looked at: what a newer user sets there without its flag is dropped without a word.
    .init(
      scheme: "static-pad", user: 1, kernel: 0, habit: .missingFlag, usesGuestMemfd: true,
      verdict: .silentlyIgnored, bytes: fields),
    .init(scheme: "static-pad", user: 0, kernel: 1, habit: .garbage, verdict: .accepted),
    .init(scheme: "static-pad", user: 0, kernel: 1, habit: .strayFlag, verdict: .garbageRead, bytes: fields),
    .init(
      scheme: "static-pad", user: 1, kernel: 0, habit: .careful, usesGuestMemfd: true, verdict: .rejected,
      errno: .EINVAL),
    // With a size an old kernel refuses a newer struct that says something, and only then.
    .init(scheme: "size-prefixed", user: 1, kernel: 0, habit: .careful, verdict: .accepted),
    .init(
      scheme: "size-prefixed", user: 1, kernel: 0, habit: .careful, usesGuestMemfd: true, verdict: .rejected,
      errno: .E2BIG),
    // An uninitialised tail, with a newer header than the kernel: E2BIG (stress-ng #67, rt-app #99).
    .init(scheme: "size-prefixed", user: 1, kernel: 0, habit: .garbage, verdict: .rejected, errno: .E2BIG),
    .init(
      scheme: "size-prefixed", user: 1, kernel: 1, habit: .missingFlag, usesGuestMemfd: true,
      verdict: .silentlyIgnored, bytes: movedFields),
    // A flag that demands a size, with a size of 0 that means VER0.
    .init(
      scheme: "size-prefixed", user: 1, kernel: 1, habit: .unsetSize, usesGuestMemfd: true,
      verdict: .rejected, errno: .EINVAL),
    .init(scheme: "size-prefixed", user: 0, kernel: 1, habit: .strayFlag, verdict: .rejected, errno: .EINVAL),
    .init(
      scheme: "size-and-flag-first", user: 0, kernel: 1, habit: .strayFlag, verdict: .rejected, errno: .EINVAL
    ),
    .init(
      scheme: "size-and-flag-first", user: 1, kernel: 0, habit: .missingFlag, usesGuestMemfd: true,
      verdict: .rejected, errno: .E2BIG),
  ]

  @Test(arguments: expectations)
  func `a cell is judged as people who were there describe it`(_ expected: Expectation) throws {
    let structure = try #require(try Catalog.structures().first { $0.name == "kvm_userspace_memory_region" })
    let matrix = try Matrix(structure.history, schemes: structure.schemes)
    let table = try #require(matrix.tables.first { $0.scheme.name == expected.scheme })
    let program = Matrix.User(
      version: expected.user, features: expected.usesGuestMemfd ? 1 : 0, habit: expected.habit)
    let cells = table.cells.filter {
      $0.user == program && $0.kernel == expected.kernel && $0.tailMapped == expected.tailMapped
    }
    let judgement = try #require(cells.first?.judgement)
    #expect(cells.count == 1)
    #expect(judgement.verdict == expected.verdict && judgement.errno == expected.errno)
    #expect(judgement.bytes == expected.bytes)
  }

  @Test func `the bytes per call are those of the discussion`() throws {
    let structure = try #require(try Catalog.structures().first { $0.name == "kvm_userspace_memory_region" })
    let sizes = try Matrix(structure.history, schemes: structure.schemes).tables.map {
      [$0.scheme.name: $0.sizes]
    }
    #expect(
      sizes == [
        ["static-pad": [160, 160]], ["size-prefixed": [40, 56]], ["flag-first": [32, 48]],
        ["size-and-flag-first": [40, 56]], ["new-ioctl": [32, 160]],
      ])
  }
}
