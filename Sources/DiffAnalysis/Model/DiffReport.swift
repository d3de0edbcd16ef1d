/// What a change of headers breaks: each struct that changed, with a verdict, and the constants beside them.
///
///     let report = DiffReport(from: old, to: new)  // CDeclarations
///     print(report)
///     if report.verdict == .broken { ... }
public struct DiffReport: Hashable, Sendable {
  /// Where the old declarations were read.
  public var old: String
  /// Where the new ones were read.
  public var new: String
  /// The structs that changed, by header and name; those that were asked for by name, even if nothing changed.
  public internal(set) var structs: [StructDiff]
  /// Changed constants that belong to no struct, by header.
  public internal(set) var constants: [ConstantDiff]
  /// How many structs are the same in both.
  public internal(set) var unchanged: Int
  /// The structs that only the new headers have.
  public internal(set) var added: [String]
  /// What became of the headers, where folders were compared.
  public internal(set) var headers: Headers?

  /// What became of the headers of two folders.
  public struct Headers: Hashable, Sendable {
    /// How many were compared by their declarations.
    public internal(set) var compared = 0
    /// How many have the same text but for comments, and name nothing that changed elsewhere.
    public internal(set) var same = 0
    /// Those that only the new folder has.
    public internal(set) var added: [String] = []
    /// Those that only the old folder has.
    public internal(set) var removed: [String] = []
    /// Those that could not be read, with the reason.
    public internal(set) var failed: [Failure] = []
  }

  /// A header that could not be read.
  public struct Failure: Hashable, Sendable {
    /// Its path in the folder.
    public var header: String
    /// Why not.
    public var reason: String
  }

  /// The worst verdict of a struct or of a constant.
  public var verdict: DiffVerdict {
    max(structs.map(\.verdict).max() ?? .unchanged, constants.map(\.verdict).max() ?? .unchanged)
  }

  /// How many structs have a verdict.
  public func count(_ verdict: DiffVerdict) -> Int { structs.count { $0.verdict == verdict } }
}
