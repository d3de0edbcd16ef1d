public import ExtensibleStructs
public import KernelInterfaces

/// What kernels of one release do with a call, step by step, and where one call stops.
public struct Explanation: Sendable {
  /// The call.
  public let interface: Interface
  /// The release that is explained; nil for a prototype, which belongs to none.
  public let release: Release?
  /// The kernel; nil if the release does not have the call.
  public let codec: Codec?
  /// What a release answers that does not have the call.
  public let absence: Absence?
  /// What became of a case; nil if none was put.
  public let stop: Stop?

  /// What a release answers that does not have the call.
  public struct Absence: Hashable, Sendable {
    /// The errno.
    public var errno: Errno
    /// The errno that a NULL pointer is answered with.
    public var null: Errno
  }

  /// What became of a case.
  public struct Stop: Sendable {
    /// The simulated kernel's answer.
    public var outcome: Outcome
    /// The place in the list at which it was refused; nil if it passed.
    public var index: Int?
  }

  /// One step as a reader of the kernel's source would want it.
  public struct Line: Hashable, Sendable {
    /// What kind of step it is.
    public var step: Checks.Step.Name
    /// How C says it.
    public var c: String
    /// What a failure is answered with.
    public var errno: Errno?
    /// Which bytes of user memory it fetches.
    public var reads: Checks.Reads?
    /// Whether the kernel writes its size into the user's struct before it answers with the errno.
    public var writesBack: Bool
  }

  /// Explains an interface, and a case of it if there is one.
  ///
  /// - Parameter release: nil for the newest that is described.
  /// - Throws: ``EvalError`` for a release that is not described, or a case that cannot be put.
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

  /// The steps, in their order; of a release that does not have the call, one that says so.
  public var lines: [Line] {
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
