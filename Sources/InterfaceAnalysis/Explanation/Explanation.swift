public import ExtensibleStructs
public import KernelInterfaces

/// What kernels of one release do with a call, step by step, and where one call stops.
///
///     print(try Explanation(RingSetup.self, .sizeArgument))
public struct Explanation: Sendable {
  /// The call.
  public let interface: Interface
  /// The release that is explained; nil for a prototype, which no release has.
  public let release: Release?
  /// The kernel; nil if the release does not have the call.
  package let codec: Codec?
  /// What a release answers that does not have the call.
  package let absence: Absence?
  /// What became of the case; nil if none was given.
  package let stop: Stop?

  /// What a release answers that does not have the call.
  package struct Absence: Hashable, Sendable {
    /// The errno.
    package var errno: LinuxErrno
    /// The errno that a NULL pointer is answered with.
    package var null: LinuxErrno
  }

  /// What became of a case.
  package struct Stop: Sendable {
    /// The simulated kernel's answer.
    package var outcome: KernelCall.Outcome
    /// The index in ``lines`` of the step that refused it; nil if it passed.
    package var index: Int?
  }

  /// One step, in the words of the kernel's source.
  package struct Line: Hashable, Sendable {
    /// What kind of step it is.
    package var step: Checks.Step.Name
    /// How C says it.
    package var c: String
    /// What a failure is answered with.
    package var errno: LinuxErrno?
    /// Which bytes of user memory it fetches.
    package var reads: Checks.Reads?
    /// Whether the kernel writes its size into the user's struct before it answers with the errno.
    package var writesBack: Bool
  }

  /// Explains an interface, and a case of it if there is one.
  ///
  /// - Parameter release: nil for the newest that is described.
  /// - Parameter given: a call to follow through the steps.
  /// - Throws: ``EvalError`` for a release that is not described, or a case that lacks what the interface needs.
  public init(_ interface: Interface, release: Release? = nil, case given: EvalCase? = nil) throws {
    let asked = release ?? given?.release
    if let asked, let own = given?.release, own != asked {
      throw EvalError("release", "the case says \(own), and \(asked) is asked for")
    }
    self.interface = interface
    self.release = asked ?? interface.newestDescribed
    var given = given
    given?.release = asked
    let status = try Evaluator.status(of: interface, in: asked)
    switch status {
    case .described(let behavior):
      codec = try Codec(interface, behavior: behavior, size: given?.ksize)
      absence = nil
    case .absent(let errno, let null, _):
      codec = nil
      absence = Absence(errno: errno, null: null)
    case .notDescribed, .beyond:
      // The status would have thrown.
      throw EvalError("release", "\(interface.name) is not described")
    }
    guard let given else {
      stop = nil
      return
    }
    let outcome = try Evaluator.outcome(of: given, interface)
    let checks = codec?.checks
    stop = Stop(
      outcome: outcome, index: outcome.rejection.flatMap { checks == nil ? 0 : checks?.index(of: $0) })
  }

  /// Explains how a struct is taken under a scheme, as a prototype that no release has.
  ///
  /// - Throws: `InterfaceError` if the scheme needs what the history does not have; ``EvalError`` for a case that lacks
  ///   what the scheme needs.
  public init(_ history: History, _ scheme: Scheme, case given: EvalCase? = nil) throws {
    try self.init(Interface(prototype: history, scheme), case: given)
  }

  /// Explains how a declared struct is taken under a scheme, as a prototype that no release has.
  ///
  /// - Throws: `DeclarationError` for a struct that is declared wrong; else as ``init(_:_:case:)``.
  public init<S: DeclaredStruct>(
    _ type: S.Type, _ scheme: Scheme, case given: EvalCase? = nil
  ) throws {
    try self.init(History(type), scheme, case: given)
  }

  /// The steps, in their order; of a release that does not have the call, one that says so.
  package var lines: [Line] {
    guard let codec else {
      return absence.map {
        [Line(step: .absent, c: "", errno: $0.errno, reads: nil, writesBack: false)]
      } ?? []
    }
    let checks = codec.checks
    // C's `ioctl` calls its argument `arg`, as the kernel's copy is called here.
    let named = interface.call.flatMap { call in call.pointerIndex.map { call.arguments[$0].name } }
    let pointer = named == "arg" ? nil : named
    return checks.steps.indices.map { index in
      let step = checks.steps[index]
      return Line(
        step: step.name, c: checks.c(index, interface.history.layout, pointer: pointer ?? "uarg"),
        errno: step.errno, reads: checks.reads(index),
        writesBack: step.writesBackOn != nil && step.writesBackOn == step.errno)
    }
  }
}
