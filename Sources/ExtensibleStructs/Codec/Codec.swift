/// An interface as one side was compiled with it: a few integers, made once, that read and write the struct.
///
/// As a **kernel** it fetches (``receive(from:usize:into:)``) and hands out (``handOut(_:to:usize:)``); as a
/// **user** it encodes (``encode(_:into:)``) and decodes what was handed out (``filled(usize:in:)``). The same
/// code serves every scheme and every kind of memory.
///
///     [0, known)          what this version gives a meaning
///     [known, size)       pad, where the scheme has any
///     [size, usize)       the user's tail, where the user is newer
public struct Codec: Sendable {
  /// The struct's length in bytes as this side was compiled with it, pad included: *ksize* in a kernel,
  /// *usize* in a user.
  public let size: Int

  /// How many of the bytes this version gives a meaning.
  public let known: Int

  /// The first version's length in bytes, pad included.
  public let version0: Int

  /// The flag bits that this version knows.
  public let knownFlags: UInt64

  /// All bits that open an extension that this version knows.
  public let gateMask: UInt64

  /// Where flags and size stand in the struct.
  public let flags: Steering
  /// Where the caller's size stands in the struct.
  public let sizeMember: Steering

  /// What the hot path looks at.
  @usableFromInline let plan: Plan
  /// What it does not: behind one reference, so that a codec is cheap to hand on.
  @usableFromInline let details: Details

  /// How the struct is treated.
  public var scheme: Scheme { details.scheme }
  /// The extensions that this version knows, by rising end.
  public var gates: [Gate] { details.gates }
  /// The sizes that this version and those before it shipped with, pad included.
  public var publishedSizes: [Int] { details.publishedSizes }

  /// An integer member that steers a call; of width 0 where the struct has none.
  public struct Steering: Hashable, Sendable {
    /// Its offset in bytes.
    public let offset: Int
    /// Its width in bytes, 0 if there is no such member.
    public let width: Int
  }

  /// How many bytes a kernel has to have room for: ``size``, or the longest array.
  public var roomNeeded: Int { scheme.size == .elements ? size * Int(min(details.greatest, 1 << 16)) : size }

  /// An extension as the codec sees it: its bytes, and the bits of which any one opens it.
  public struct Gate: Hashable, Sendable {
    /// The flag bits; 0 if its bytes always count.
    public let mask: UInt64
    /// The extension's bytes.
    public let range: Range<Int>
  }

  /// Compiles an interface as the version with index `version` knows it.
  ///
  /// - Parameters:
  ///   - version: an index into the history's versions; nil for the edition's own.
  ///   - edition: which edition of the interface; nil for the newest.
  ///   - size: the struct's length in bytes, if it is to be another than the version's: a kernel that was
  ///     compiled with a struct of that size. It knows the flags of the newest version that fits.
  /// - Throws: ``InterfaceError`` if there is no such version, or the size is below the first version's.
  public init(
    _ interface: Interface, version: Int? = nil, edition: Edition? = nil, size: Int? = nil
  ) throws(InterfaceError) {
    let edition = edition ?? interface.newest
    let history = interface.history
    var index = version ?? edition.version
    guard history.versions.indices.contains(index) else {
      throw InterfaceError(interface.name, .noSuchVersion(index))
    }
    let scheme = edition.scheme
    func wireSize(_ index: Int) -> Int {
      guard case .padded(let bytes, let from) = scheme.capacity, from <= index else {
        return history.versions[index].size
      }
      return max(bytes, history.versions[index].size)
    }
    if let size {
      guard history.versions[0].size <= size, size <= Layout.maximumSize else {
        throw InterfaceError(interface.name, .impossibleSize(size, least: history.versions[0].size))
      }
      index = version ?? history.versions.lastIndex { $0.size <= size } ?? 0
    }
    self.size = size ?? wireSize(index)
    known = min(history.versions[index].size, self.size)
    version0 = wireSize(0)
    knownFlags = history.knownFlags(version: index) | edition.extraFlags
    flags = Steering(history.flags?.field)
    sizeMember = Steering(history.sizeMember)
    // A struct of another size may end inside a member or an extension: what it has of them counts.
    let whole = 0..<self.size
    let gates = history.extensions.prefix(index).map {
      Gate(mask: $0.gate, range: $0.range.clamped(to: whole))
    }
    gateMask = gates.reduce(0) { $0 | $1.mask }
    let end = known
    details = Details(
      scheme: scheme, gates: gates, publishedSizes: size.map { [$0] } ?? (0...index).map(wireSize),
      reserved: history.layout.fields.filter { $0.isReserved && $0.offset < end }.map {
        $0.range.clamped(to: whole)
      } + (end < self.size ? [end..<self.size] : []),
      conflicts: history.flags?.conflicts ?? [],
      rules: edition.rules.map { Rule($0, in: history.layout) },
      least: scheme.size == .pointer ? self.size : scheme.minimum.bytes ?? version0,
      greatest: scheme.maximum.map { UInt64($0.bytes) } ?? UInt64(Int.max))
    plan = Plan(
      details, size: self.size, known: known, version0: version0, flags: flags, knownFlags: knownFlags,
      gateMask: gateMask)
  }
}

extension Codec.Steering {
  init(_ field: Field?) {
    offset = field?.offset ?? 0
    width = field?.size ?? 0
  }
}
