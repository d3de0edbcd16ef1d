package import Callers
public import ExtensibleStructs
public import KernelInterfaces

/// A struct under several schemes: what every old and new user gets from every old and new kernel.
///
///     print(try Matrix(RingSetup.self))
public struct Matrix: Sendable {
  /// The struct's history, as it was declared.
  public let history: History
  /// Which subsets of extensions were tried.
  package let featureSets: FeatureSets
  /// One table for each scheme.
  public internal(set) var tables: [Table]
  /// Schemes that cannot carry the struct.
  public package(set) var leftOut: [LeftOut] = []
  /// The name of the kernel that cells were replayed on; nil if none was asked.
  public internal(set) var replay: String?
  /// What a reader has to know of that kernel.
  public internal(set) var notes: Set<String> = []
  /// Why no kernel could be asked; nil if one was, or if none was to be.
  public package(set) var obstacle: String?

  /// One scheme's table.
  public struct Table: Sendable {
    /// Its cells: by user version, features and habit, then by kernel version.
    public internal(set) var cells: [Cell]
    /// What ran them: the users' structs, and a kernel of each version.
    let run: MatrixRun

    /// The struct under the scheme, with a size member where the scheme reads one.
    public var interface: Interface { run.interface }
    /// The struct's length in bytes for each version, pad included.
    public var sizes: [Int] { run.codecs.map(\.size) }

    /// The struct of a cell's user, byte for byte: what the kernel was handed, up to its end.
    public func userStruct(of cell: Cell) -> [UInt8] {
      run.structs.bytes(cell.user.program, run.codecs[cell.user.version])
    }

    /// The scheme.
    public var scheme: Scheme { interface.newest.scheme }
    /// How many bytes a user of the newest version passes.
    public var bytesPerCall: Int { sizes[sizes.count - 1] }
  }

  /// Runs every cell on the simulated kernel.
  ///
  /// - Parameters:
  ///   - schemes: nil for those of the discussion's five that can carry the struct.
  ///   - samples: What users write into the fields that they use, by the field's C name; a field without a value
  ///     gets a pattern of bytes that are not zero.
  ///   - progress: Is called once for each of ``users(of:under:)``.
  /// - Throws: ``InterfaceError`` if one of `schemes` needs what the history does not have.
  public init(
    _ history: History, schemes: [Scheme]? = nil, samples: [String: UInt64] = [:], progress: () -> Void = {}
  ) throws(InterfaceError) {
    guard let schemes else {
      let fitting = history.fitting(Scheme.five(for: history))
      try self.init(history, fitting.interfaces, samples: samples, progress: progress)
      leftOut = fitting.leftOut
      return
    }
    var interfaces: [Interface] = []
    for scheme in schemes { interfaces.append(try Interface(prototype: history, scheme)) }
    try self.init(history, interfaces, samples: samples, progress: progress)
  }

  /// Runs every cell of these interfaces, which carry the history's struct.
  package init(
    _ history: History, _ interfaces: [Interface], samples: [String: UInt64], progress: () -> Void
  ) throws(InterfaceError) {
    let sets = FeatureSets(extensions: history.versions.count - 1)
    self.history = history
    featureSets = sets
    var tables: [Table] = []
    for interface in interfaces {
      tables.append(
        try MatrixRun(interface, samples: SampleValues(samples)).table(sets, progress: progress))
    }
    self.tables = tables
  }

  /// How many pairs of a user version and a set of features a matrix of this many schemes has.
  public static func users(of history: History, under schemes: Int) -> Int {
    let sets = FeatureSets(extensions: history.versions.count - 1)
    return schemes * history.versions.indices.reduce(0) { $0 + sets.subsets(of: $1).count }
  }

  /// The matrix of a Swift struct's own history under those of the discussion's five schemes that can carry it.
  ///
  /// - Throws: ``DeclarationError`` for a struct that is declared wrong, ``InterfaceError`` for one of `schemes`
  ///   that does not fit it.
  public init<S: DeclaredStruct>(
    _ type: S.Type, schemes: [Scheme]? = nil, samples: [String: UInt64] = [:], progress: () -> Void = {}
  ) throws {
    try self.init(History(type), schemes: schemes, samples: samples, progress: progress)
  }
}
