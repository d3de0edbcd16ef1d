public import ExtensibleStructs
public import KernelInterfaces

/// A list of structs and of the interfaces that carry them, and what one release has of each.
///
///     print(CatalogListing(try Catalog.interfaces(), release: Release(6, 1)))
public struct CatalogListing: Sendable {
  /// The structs.
  public let structs: [Struct]
  /// The interfaces.
  public let interfaces: [Interface]
  /// The release that is looked up; nil if none is.
  public let release: Release?

  /// A struct, and the schemes to compare for it.
  public struct Struct: Hashable, Sendable {
    /// How the struct grew.
    public var history: History
    /// The schemes to compare for it.
    public var schemes: [Scheme]

    /// Lists a struct with these schemes; with `Scheme.five(for:)` if none are given.
    public init(_ history: History, schemes: [Scheme]? = nil) {
      self.history = history
      self.schemes = schemes ?? Scheme.five(for: history)
    }
  }

  /// Lists these interfaces.
  ///
  /// - Parameters:
  ///   - structs: The structs; those of the interfaces, each once, if they are not given.
  ///   - release: The release of which it is said what it has; nil for none.
  public init(_ interfaces: [Interface], structs: [Struct]? = nil, release: Release? = nil) {
    var seen: Set<String> = []
    self.structs =
      structs ?? interfaces.map(\.history).filter { seen.insert($0.name).inserted }.map { Struct($0) }
    self.interfaces = interfaces
    self.release = release
  }
}

extension Interface {
  /// What a release has of the interface, such as `VER1, 56 bytes` or `absent: ENOSYS`.
  func words(for status: ReleaseStatus) -> String {
    switch status {
    case .described(let behavior):
      let size = try? Codec(self, behavior: behavior).size
      return "\(history.versions[behavior.version].name), \(size.map { "\($0)" } ?? "?") bytes"
    case .absent(let errno, _, _): return "absent: \(errno)"
    case .notDescribed(let reason): return "not described: \(reason)"
    case .beyond(let newest): return "not described: beyond \(newest)"
    }
  }
}
