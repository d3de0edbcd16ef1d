public import ExtensibleStructs

/// How a struct is laid out: its bytes drawn, and its members, versions and flag gates.
///
///     print(try LayoutReport(OpenHow.self))
public struct LayoutReport: Hashable, Sendable {
  /// The struct's history.
  public let history: History

  /// Shows this history.
  public init(_ history: History) { self.history = history }

  /// Shows a declared struct.
  ///
  /// - Throws: `DeclarationError` for a struct that the review of a UAPI patch would refuse.
  public init<S: DeclaredStruct>(_ type: S.Type) throws(DeclarationError) {
    self.init(try History(type))
  }

  /// The version that brought a member; nil for one behind the newest version.
  func version(of field: Field) -> Version? { history.versions.first { field.offset < $0.size } }
}
