/// What changed in one struct, and what that means.
public struct StructDiff: Hashable, Sendable {
  /// The struct's name: its tag, or its typedef's name.
  public var name: String
  /// Whether it is a union.
  public var isUnion: Bool
  /// The header that declares it; nil where that is not known.
  public var header: String?
  /// Its size in bytes in the old header, in the ABI compared first; nil if it is new.
  public var oldSize: Int?
  /// Its size in bytes in the new header, in the ABI compared first; nil if it is gone.
  public var newSize: Int?
  /// The worst of what was found.
  public var verdict: DiffVerdict
  /// What was found, the worst first.
  public var findings: [DiffFinding]
  /// The structs that embed it, where it changed its size.
  public var embeddedIn: [String]

  init(
    _ name: String, isUnion: Bool, header: String?, oldSize: Int?, newSize: Int?, findings: [DiffFinding],
    embeddedIn: [String] = []
  ) {
    self.name = name
    self.isUnion = isUnion
    self.header = header
    self.oldSize = oldSize
    self.newSize = newSize
    self.findings = DiffFinding.ordered(findings)
    self.embeddedIn = embeddedIn
    verdict = findings.map(\.verdict).max() ?? .unchanged
  }
}

/// What changed in the constants of one header that belong to no struct.
public struct ConstantDiff: Hashable, Sendable {
  /// The header, or the file that was compared.
  public var header: String
  /// The worst of what was found.
  public var verdict: DiffVerdict
  /// What was found, the worst first.
  public var findings: [DiffFinding]

  init(_ header: String, _ findings: [DiffFinding]) {
    self.header = header
    self.findings = DiffFinding.ordered(findings)
    verdict = findings.map(\.verdict).max() ?? .unchanged
  }
}

extension DiffFinding {
  /// The worst first, each as far as it goes in the order of the rules.
  static func ordered(_ findings: [DiffFinding]) -> [DiffFinding] {
    findings.enumerated().sorted { ($1.element.verdict, $0.offset) < ($0.element.verdict, $1.offset) }.map(
      \.element)
  }
}
