public import ExtensibleStructs
public import KernelInterfaces

/// What each scheme costs one struct, and whether three claims of the discussion of 2023 hold for it.
///
///     let report = try CostReport(Quota.self)
///     print(report)
public struct CostReport: Sendable {
  /// The struct.
  public let history: History
  /// What the parts of a call cost the kernel.
  public let model: CostModel
  /// What laying the struct out costs the user; nil if that was not measured.
  public let user: UserCosts?
  /// Each scheme's cost.
  public let schemes: [SchemeCost]
  /// Schemes that cannot carry the struct.
  public let leftOut: [LeftOut]
  /// How many bytes an extension adds: the mean of those that were published, or 16.
  public let step: Int
  /// How many bytes the static pad has.
  public let pad: Int
  /// How many extensions of ``step`` bytes fill the static pad.
  public let padLasts: Int
  /// The cost of a static pad, whether or not it is one of the schemes compared; nil if none can carry the struct.
  let staticPad: SchemeCost?

  /// Compares schemes by measurements that were made before.
  ///
  /// - Parameters:
  ///   - history: The struct.
  ///   - schemes: What is compared; the five schemes of the discussion if none is given.
  ///   - model: What the parts cost the kernel.
  ///   - user: What the schemes cost the user, if that was measured.
  public init(_ history: History, schemes: [Scheme]? = nil, model: CostModel, user: UserCosts? = nil) {
    self.history = history
    self.model = model
    self.user = user
    let fitting = history.fitting(schemes ?? Scheme.five(for: history))
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

  /// The cost of the scheme with this name.
  public subscript(name: String) -> SchemeCost? { schemes.first { $0.scheme == name } }
}

extension CostReport {
  /// How often each call is timed if nothing else is asked for.
  public static let defaultRounds = 41

  /// Measures this machine, and compares schemes by what was measured.
  ///
  /// Makes calls of the running kernel that are refused right after the copy, and counts the user's instructions in a
  /// traced child; ``UserCosts/init(_:_:rounds:)`` says what must not be done meanwhile.
  ///
  /// - Parameters:
  ///   - history: The struct.
  ///   - schemes: What is compared; the five schemes of the discussion if none is given.
  ///   - rounds: How often each call is timed.
  ///   - progress: Is called after each round of the kernel's calls.
  /// - Throws: ``LinuxSystem/SystemError`` if there is no memory for the calls.
  public init(
    _ history: History, schemes: [Scheme]? = nil, rounds: Int = defaultRounds, progress: () -> Void = {}
  ) throws {
    let schemes = schemes ?? Scheme.five(for: history)
    let costs = try KernelCosts(rounds: rounds, advance: progress)
    self.init(
      history, schemes: schemes, model: CostModel(costs), user: UserCosts(history, schemes, rounds: rounds))
  }

  /// Measures this machine, and compares schemes for a declared struct.
  ///
  /// - Throws: ``DeclarationError`` if the declaration is wrong, and as ``init(_:schemes:rounds:progress:)``.
  public init<S: DeclaredStruct>(
    _ type: S.Type, schemes: [Scheme]? = nil, rounds: Int = defaultRounds, progress: () -> Void = {}
  ) throws {
    try self.init(History(type), schemes: schemes, rounds: rounds, progress: progress)
  }

  /// Compares schemes for a declared struct by measurements that were made before.
  ///
  /// - Throws: ``DeclarationError`` if the declaration is wrong.
  public init<S: DeclaredStruct>(
    _ type: S.Type, schemes: [Scheme]? = nil, model: CostModel, user: UserCosts? = nil
  ) throws(DeclarationError) {
    self.init(try History(type), schemes: schemes, model: model, user: user)
  }
}
