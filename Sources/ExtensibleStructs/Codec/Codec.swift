/// A struct and its scheme as one side was compiled with them: a few integers, made once, that read and write the struct.
///
/// As a **kernel** it fetches (``receive(from:usize:into:)``) and hands out (``handOut(_:to:usize:)``); as a
/// **user** it encodes (``encode(_:into:)``) and decodes what was handed out (``filled(usize:in:)``). The same
/// code serves every scheme and every kind of memory.
///
///     [0, known)          what this version gives a meaning
///     [known, size)       pad, where the scheme has any
///     [size, usize)       the user's tail, where the user is newer
public struct Codec: Sendable {
  /// What was compiled: one reference, so that a codec is as cheap to hand on as a pointer.
  @usableFromInline let details: Details

  /// The struct's length in bytes as this side was compiled with it, pad included: *ksize* in a kernel,
  /// *usize* in a user.
  @inlinable public var size: Int { plan.size }
  /// How many of the bytes this version gives a meaning.
  @inlinable public var known: Int { plan.known }
  /// The first version's length in bytes, pad included.
  @inlinable public var version0: Int { plan.version0 }
  /// The flag bits that this version knows.
  @inlinable public var knownFlags: UInt64 { details.checks.knownFlags }
  /// All bits that open an extension that this version knows.
  @inlinable public var gateMask: UInt64 { plan.gateMask }
  /// The place of the flags in the struct.
  @inlinable public var flags: IntegerMember { plan.flags }
  /// The place of the caller's size in the struct.
  @inlinable public var sizeMember: IntegerMember { plan.sizeMember }

  /// How the struct is treated.
  public var scheme: Scheme { details.scheme }
  /// The extensions that this version knows, by rising end.
  package var gates: [Gate] { details.checks.gates }
  /// The sizes that this version and those before it shipped with, pad included.
  package var publishedSizes: [Int] { details.checks.publishedSizes }

  /// What a kernel that was compiled so does with a call, step by step.
  @inlinable public var checks: Checks { details.checks }

  /// How many bytes a kernel has to have room for: ``size``, or the longest array.
  public var roomNeeded: Int {
    if case .elements(let elements) = scheme.size { size * elements.greatest } else { size }
  }

  /// An extension as the codec sees it: its bytes, and the bits of which any one opens it.
  @usableFromInline
  package struct Gate: Hashable, Sendable {
    /// The flag bits; 0 if its bytes always count.
    @usableFromInline package let mask: UInt64
    /// The extension's bytes.
    @usableFromInline package let range: Range<Int>
  }

  /// Compiles a struct for a scheme, as the version with index `version` knows it.
  ///
  /// - Parameters:
  ///   - history: the struct; it gets a size member where the scheme reads one (``History/withSizeMember()``).
  ///   - version: an index into the history's versions; nil for the newest.
  ///   - size: the struct's length in bytes, if it is to be another than the version's.
  /// - Throws: ``SchemeError`` if the scheme needs what the history does not have, or there is no such version or size.
  public init(
    _ history: History, _ scheme: Scheme, version: Int? = nil, size: Int? = nil
  ) throws(SchemeError) {
    let behavior = Behavior(
      version: history.versions.count - 1, scheme: scheme, knownFlags: history.flags?.known ?? 0)
    try self.init(history, behavior: behavior, version: version, size: size)
  }

  /// Compiles a struct for what the kernels of one release do with it.
  ///
  /// - Parameters:
  ///   - history: the struct; it gets a size member where the scheme reads one (``History/withSizeMember()``).
  ///   - version: an index into the history's versions; nil for the newest that the behaviour knows.
  ///   - size: the struct's length in bytes, if it is to be another than the version's: a kernel that was
  ///     compiled with a struct of that size. It knows the flags of the newest version that fits.
  ///   - absent: what an ioctl number that no kernel knows is answered with.
  /// - Throws: ``SchemeError`` if the behaviour does not fit the history, there is no such version, or the size is below
  ///   the first version's.
  public init(
    _ history: History, behavior: Behavior, version: Int? = nil, size: Int? = nil,
    absent: LinuxErrno = .ENOTTY
  ) throws(SchemeError) {
    let wire = try history.wire(for: behavior.scheme)
    try behavior.check(wire)
    try self.init(checked: wire, behavior, version: version, size: size, absent: absent)
  }

  /// Compiles a struct as it is on the wire, for a behaviour that was checked to fit it.
  package init(
    checked history: History, _ behavior: Behavior, version: Int?, size: Int?, absent: LinuxErrno
  ) throws(SchemeError) {
    var index = version ?? behavior.version
    guard history.versions.indices.contains(index) else {
      throw SchemeError(history.name, .noSuchVersion(index))
    }
    let scheme = behavior.scheme
    func wireSize(_ index: Int) -> Int {
      scheme.wireSize(of: history.versions[index].size, version: index)
    }
    if let size {
      guard history.versions[0].size <= size, size <= Layout.maximumSize else {
        throw SchemeError(history.name, .impossibleSize(size, least: history.versions[0].size))
      }
      index = version ?? history.versions.lastIndex { $0.size <= size } ?? 0
    }
    let length = size ?? wireSize(index)
    details = Details(
      history, index, behavior, size: length, version0: min(wireSize(0), length),
      publishedSizes: size.map { [$0] } ?? (0...index).map(wireSize), absent: absent)
  }
}
