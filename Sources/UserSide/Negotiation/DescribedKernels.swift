import ExtensibleStructs
import KernelInterfaces

/// What the described kernels do with an interface, put together once.
struct DescribedKernels: Sendable {
  /// Kernels that do the same, oldest first.
  let behaviors: [Behavior]
  /// The same, compiled; one that cannot be is left out.
  let codecs: [(behavior: Behavior, codec: Codec)]
  /// The errnos with which some kernel refuses a struct for its length.
  let sizeErrnos: Set<LinuxErrno>
  /// The errnos with which some kernel refuses flags, members, or what it was built without.
  let contentErrnos: Set<LinuxErrno>
  /// The errnos with which a kernel may answer that lacks the call.
  let absences: Set<LinuxErrno>
  /// The interface's questions.
  let queries: [CapabilityQuery]

  init(_ interface: Interface) {
    behaviors = interface.behaviors
    codecs = behaviors.compactMap { behavior in
      (try? Codec(interface, behavior: behavior)).map { (behavior, $0) }
    }
    queries = interface.queries
    let version = interface.newest.version
    let newestSize = interface.newest.scheme.wireSize(
      of: interface.history.versions[version].size, version: version)
    var sizes: Set<LinuxErrno> = []
    var contents: Set<LinuxErrno> = [.EINVAL, .EOPNOTSUPP]
    for scheme in behaviors.map(\.scheme) {
      if case .mustBeZero(let errno)? = scheme.input?.tail { sizes.insert(errno) }
      if case .command(.publishedSizes(let errno)) = scheme.size { sizes.insert(errno) }
      if let greatest = scheme.bounds?.maximum, greatest.bytes < newestSize { sizes.insert(greatest.errno) }
      if case .rejected(let errno)? = scheme.input?.unknownFlags { contents.insert(errno) }
      if case .rejected(let errno)? = scheme.input?.flagBeyondSize { contents.insert(errno) }
    }
    (sizeErrnos, contentErrnos) = (sizes, contents)
    absences = interface.facts.reduce(into: [interface.absent, .ENOSYS]) { errnos, fact in
      if case .absent(let errno, _) = fact.statement { errnos.insert(errno) }
    }
  }
}
