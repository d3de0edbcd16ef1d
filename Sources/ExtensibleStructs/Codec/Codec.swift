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

  /// How the struct is treated.
  public let scheme: Scheme

  /// The flag bits that this version knows.
  public let knownFlags: UInt64

  /// All bits that open an extension that this version knows.
  public let gateMask: UInt64

  /// Where flags and size stand in the struct.
  public let flags: Steering
  /// Where the caller's size stands in the struct.
  public let sizeMember: Steering

  /// The extensions that this version knows, by rising end.
  public let gates: [Gate]
  /// The sizes that this version and those before it shipped with, pad included.
  public let publishedSizes: [Int]
  @usableFromInline let reserved: [Range<Int>]
  @usableFromInline let conflicts: [FlagsField.Conflict]
  @usableFromInline let rules: [Rule]
  @usableFromInline let checksTail: Bool
  /// Whether any policy applies that most schemes leave alone: one predictable branch for all of them.
  @usableFromInline let isSpecial: Bool
  @usableFromInline let least: Int
  @usableFromInline let greatest: UInt64

  /// An integer member that steers a call; of width 0 where the struct has none.
  public struct Steering: Hashable, Sendable {
    /// Its offset in bytes.
    public let offset: Int
    /// Its width in bytes, 0 if there is no such member.
    public let width: Int
  }

  /// A ``MemberRule`` with its members found.
  @usableFromInline
  struct Rule: Hashable, Sendable {
    @usableFromInline let member: Steering
    @usableFromInline let condition: Steering
    @usableFromInline let conditionBits: UInt64
    @usableFromInline let conditionIsSet: Bool
    @usableFromInline let demand: MemberRule.Demand
    @usableFromInline let errno: Errno

    init(_ rule: MemberRule, in layout: Layout) {
      member = Steering(layout.field(rule.field))
      condition = Steering(rule.condition.flatMap { layout.field($0.field) })
      conditionBits = rule.condition?.bits ?? 0
      conditionIsSet = rule.condition?.isSet ?? false
      demand = rule.demand
      errno = rule.errno
    }
  }

  /// How many bytes a kernel has to have room for: ``size``, or the longest array.
  public var roomNeeded: Int { scheme.size == .elements ? size * Int(min(greatest, 1 << 16)) : size }

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
    self.scheme = scheme
    self.size = size ?? wireSize(index)
    known = min(history.versions[index].size, self.size)
    version0 = wireSize(0)
    knownFlags = history.knownFlags(version: index) | edition.extraFlags
    flags = Steering(history.flags?.field)
    sizeMember = Steering(history.sizeMember)
    // A struct of another size may end inside a member or an extension: what it has of them counts.
    let whole = 0..<self.size
    gates = history.extensions.prefix(index).map { Gate(mask: $0.gate, range: $0.range.clamped(to: whole)) }
    gateMask = gates.reduce(0) { $0 | $1.mask }
    publishedSizes = size.map { [$0] } ?? (0...index).map(wireSize)
    let end = known
    reserved =
      history.layout.fields.filter { $0.isReserved && $0.offset < end }.map { $0.range.clamped(to: whole) }
      + (end < self.size ? [end..<self.size] : [])
    conflicts = history.flags?.conflicts ?? []
    rules = edition.rules.map { Rule($0, in: history.layout) }
    if case .mustBeZero = scheme.tailIn { checksTail = true } else { checksTail = false }
    var isSpecial = scheme.size == .elements || scheme.size == .pointer || scheme.outsideFlags != .none
    if case .rejectedAfterSize = scheme.nullPointer { isSpecial = true }
    isSpecial = isSpecial || scheme.tailIn == .fetched || scheme.request == .flags
    isSpecial = isSpecial || scheme.copyBack == .whole || scheme.sizeReport == .neededSize
    self.isSpecial = isSpecial || !rules.isEmpty
    least = scheme.size == .pointer ? self.size : scheme.minimum.bytes ?? version0
    greatest = scheme.maximum.map { UInt64($0.bytes) } ?? UInt64(Int.max)
  }
}

extension Codec.Steering {
  init(_ field: Field?) {
    offset = field?.offset ?? 0
    width = field?.size ?? 0
  }
}
