import ExtensibleStructs
public import KernelInterfaces
import RunningKernel
import TypeInformation

/// Finds out what a kernel knows by asking it; read-only, nothing is changed in the machine.
///
///     print(try Prober().report(on: Catalog.interfaces()))
public final class Prober {
  private let asked: AskedKernel
  private let types: BTF?
  /// Why the kernel's own types cannot be read beside what was asked; nil if they can.
  public let typesMissing: String?

  /// Prepares to ask another kernel than the running one: a type of one's own, or a simulated kernel. Its types are not
  /// known.
  public init(on kernel: any CallableKernel) {
    asked = AskedKernel(kernel)
    types = nil
    typesMissing = "only the running kernel's own types can be read"
  }

  /// Prepares to ask the running kernel, and reads its own types where they can be read.
  public init() {
    asked = AskedKernel()
    do {
      types = try BTF(bytes: RunningKernel.typeInformation())
      typesMissing = nil
    } catch {
      types = nil
      typesMissing = "\(error)"
    }
  }

  /// The name of the kernel that is asked.
  public var kernel: String { asked.name }

  /// Asks about one interface.
  ///
  /// - Throws: what prevented a call; that a call is not there or not allowed is a skip.
  public func probe(_ interface: Interface) throws -> ProbeReport.Answer {
    var finding = ProbeReport.Answer(interface.name)
    if let obstacle = try asked.obstacle(to: interface, absenceIsObstacle: false) {
      finding.skipped = obstacle
      return finding
    }
    let status = asked.status(of: interface)
    finding.notDescribed = status.whyNotDescribed(asked.name)
    let question = try Question(interface, asked)
    let absent = asked.absence(of: interface)
    if try question.answer() == absent, try question.isAbsent(absent) {
      finding.skipped = "this kernel does not have it (\(absent))"
      return finding
    }
    try question.findSize(&finding)
    try question.findContent(&finding)
    finding.match(interface)
    finding.typeSize = try types?.structure(named: interface.history.name)?.size
    return finding
  }
}

extension ProbeReport.Answer {
  /// Names the published version of the size that was found, and the releases that have it.
  mutating func match(_ interface: Interface) {
    guard let size else { return }
    let calls = interface.facts.compactMap { fact -> (range: ReleaseRange, behavior: Behavior)? in
      guard case .call(let version, let scheme) = fact.statement else { return nil }
      return (fact.range, Behavior(version: version, scheme: scheme))
    }
    let fitting = calls.indices.filter { (try? Codec(interface, behavior: calls[$0].behavior).size) == size }
    guard let first = fitting.first, let last = fitting.last else { return }
    version = interface.history.versions[calls[first].behavior.version].name
    guard let since = calls[first].range.since else { return }
    let later = calls[(last + 1)...].lazy.compactMap(\.range.since).first
    releases = later.map { "\(since) until \($0)" } ?? "since \(since)"
  }
}
