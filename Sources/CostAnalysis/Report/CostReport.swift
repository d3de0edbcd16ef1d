public import ExtensibleStructs

/// What each scheme costs one struct, and what that makes of three things that are often said.
public struct CostReport: Sendable {
  /// The struct.
  public let history: History
  /// What the parts cost.
  public let model: CostModel
  /// What laying the struct out takes the user; nil if that was not measured.
  public let user: UserCosts?
  /// Each scheme's cost.
  public let schemes: [SchemeCost]
  /// Schemes that cannot carry the struct.
  public var leftOut: [LeftOut]
  /// How many bytes an extension adds: the mean of those that there were, or 16.
  public let step: Int
  /// How many bytes the static pad has.
  public let pad: Int
  /// How many extensions of ``step`` bytes fill the static pad.
  public let padLasts: Int
  /// The cost of a static pad, whether or not it is one of the schemes compared; nil if none can carry the struct.
  let staticPad: SchemeCost?

  /// Compares `schemes` for this struct.
  ///
  /// - Parameters:
  ///   - history: the struct.
  ///   - schemes: what is compared.
  ///   - model: what the parts cost the kernel.
  ///   - user: what the schemes cost the user, if that was measured.
  public init(_ history: History, _ schemes: [Scheme], _ model: CostModel, user: UserCosts? = nil) {
    self.history = history
    self.model = model
    self.user = user
    let fitting = history.fitting(schemes)
    self.schemes = fitting.interfaces.compactMap { try? SchemeCost($0) }
    leftOut = fitting.leftOut
    staticPad =
      self.schemes.first { $0.scheme == "static-pad" }
      ?? (try? SchemeCost(history, .staticPad(to: Scheme.paddedSize(for: history))))
    let grown = history.versions[history.versions.count - 1].size - history.versions[0].size
    let count = history.versions.count - 1
    step = count == 0 ? 16 : max(1, grown / count)
    pad = Scheme.paddedSize(for: history) - history.versions[0].size
    padLasts = pad / step
  }

  /// After how many extensions of ``step`` bytes this scheme's pad is full; nil if it has none.
  public func fullAfter(_ cost: SchemeCost) -> Int? { cost.pad.map { $0 / step } }

  /// What is known of one of the schemes by its name.
  public subscript(name: String) -> SchemeCost? { schemes.first { $0.scheme == name } }
}
