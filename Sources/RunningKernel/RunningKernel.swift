public import ExtensibleStructs
public import KernelInterfaces
internal import LinuxSystem

/// The kernel that this program runs on, answering the same calls as a simulated one.
///
/// User memory is laid out as the call says: a guard page behind the last mapped byte, read-only if asked
/// for. How an interface is called is its ``KernelInterfaces/CallShape``: a call that is valid but for the struct,
/// and leaves nothing behind.
public final class RunningKernel: CallableKernel {
  let executor: Executor
  /// Where the interface that was called last has its size: its facts are not gone through for each of its calls.
  private var lastCalled: (facts: [Fact], source: Scheme.Size.Source)?

  /// Makes a kernel that answers the interfaces that declare a call shape.
  ///
  /// - Parameter abi: whose calls are made. Those of a 32-bit program (`i386`) are made by `int $0x80`, on memory below
  ///   4 GiB.
  public convenience init(abi: SystemCallNumber.Architecture = .native) {
    self.init(isOnOwnThread: false, abi: abi)
  }

  init(isOnOwnThread: Bool, abi: SystemCallNumber.Architecture = .native) {
    executor = Executor(isOnOwnThread: isOnOwnThread, abi: abi)
  }

  /// Whose calls are made.
  public var abi: SystemCallNumber.Architecture { executor.abi }

  /// Whether this process has any privilege. One that has none makes every call as an unprivileged caller.
  public static let isPrivileged = Privileges.hasAny

  /// Why calls of this interface cannot be compared with those of an unprivileged caller; nil if they can be.
  package static func whyPrivileged(_ interface: Interface) -> String? {
    interface.call?.unprivileged ?? whyPrivileged
  }

  /// Why this process cannot become an unprivileged caller; nil if it can, or is one.
  private static let whyPrivileged: String? = {
    guard isPrivileged else { return nil }
    do { try LinuxSystem.onNewThread { try Privileges.drop() } } catch {
      return "privileges cannot be given up: \(error)"
    }
    return nil
  }()

  /// The release, such as 6.18.44; nil if the kernel names itself in no such way.
  public static let release: Release? = {
    let said = CurrentProcess.kernelRelease()
    return release(said.release, version: said.version)
  }()

  /// What `uname -r` and `uname -v` say together: Debian's `6.1.0-40-amd64` names its point in the version, as
  /// `Debian 6.1.176-1`.
  static func release(_ release: String, version: String) -> Release? {
    guard let own = Release(release) else { return nil }
    let words = version.split(separator: " ")
    guard let index = words.firstIndex(of: "Debian"), index + 1 < words.count,
      let source = Release(words[index + 1]), (source.major, source.minor) == (own.major, own.minor)
    else { return own }
    return source
  }

  /// `Linux`, and the release.
  public var name: String { "Linux \(CurrentProcess.kernelRelease().release)" }

  /// Whether there is a way to make this interface's call.
  public func canCall(_ interface: Interface) -> Bool {
    interface.call.map { $0.unavailable == nil } ?? false
  }

  /// Values of members, by C name, with which the kernel takes a struct whose other members are zero.
  ///
  /// - Throws: if what they name could not be prepared.
  public func samples(for interface: Interface) throws -> [String: UInt64] {
    try interface.call?.samples.mapValues { try executor.resources.integer($0) } ?? [:]
  }

  /// The kernel's size of the struct, in bytes, where it is up to the machine and not to the release: what a
  /// simulated kernel has to be given as its `ksize`. Nil everywhere else.
  ///
  /// A kernel that writes the needed size to a word is asked with NULL and a size of 0.
  ///
  /// - Throws: ``CallError``, or what stood in the way of the call.
  public func machineSize(of interface: Interface) throws -> Int? {
    let source = RunningKernel.behavior(of: interface).scheme.size.source
    guard source == .pointer, canCall(interface) else { return nil }
    let needed = try executor.make(interface, source, Executor.Arguments(address: 0)).usize
    // A kernel that does not have the call writes no size.
    return needed == 0 ? nil : needed.flatMap { Int(exactly: $0) }
  }

  /// Makes the call. An error that comes after every check that the interface describes counts as success.
  ///
  /// - Throws: ``CallError``, or what stood in the way of a machine, a file or memory for the call.
  public func answer(_ call: KernelCall) throws -> KernelCall.Outcome {
    if let given = call.given { return try answer(call, given) }
    var (answer, memory) = try make(call)
    if answer.errno == nil { answer.errno = call.interface.errno(in: memory) }
    var passing = answer.errno.flatMap { call.interface.call?.passing($0) == nil ? nil : $0 }
    // What the privilege is known to be asked with is an answer of its own.
    if !call.isPrivileged, passing == privilegeErrno(of: call.interface) { passing = nil }
    var outcome = KernelCall.Outcome(
      errno: passing == nil ? answer.errno : nil, memory: memory, usize: answer.usize)
    outcome.passing = passing
    outcome.value = answer.value
    return outcome
  }

  func make(_ call: KernelCall, _ own: GivenMemory? = nil) throws -> (Executor.Answer, memory: [UInt8]) {
    guard call.abi == abi else { throw CallError.otherABI(call.abi) }
    let image = call.memory
    let isLow = abi == .i386
    let buffer =
      image.unmappedHead > 0
      ? try GuardedBuffer(image.content, unmappedHead: image.unmappedHead, isLow: isLow)
      : try GuardedBuffer(image.bytes, mapped: image.mapped, readOnly: !image.isWritable, isLow: isLow)
    let address: UInt64 =
      switch call.pointer {
      case .valid: buffer.address
      case .null: 0
      case .kernel: isLow ? RunningKernel.kernelAddressOfI386 : RunningKernel.kernelAddress
      }
    let source = sizeSource(of: call.interface)
    let usize = try call.usize ?? (source.isOutside ? size(of: call.interface) : 0)
    var given = Executor.Arguments(
      address: address, usize: usize, flags: call.flags, isPrivileged: call.isPrivileged)
    given.given = own
    let answer = try executor.make(call.interface, source, given)
    // What is not mapped cannot have changed.
    let head = min(image.unmappedHead, image.mapped)
    return (
      answer, Array(image.content.prefix(head)) + (try buffer.read(at: head, count: image.mapped - head))
    )
  }

  /// What this release answers an unprivileged caller whom it asks for a privilege; nil if it asks for none.
  private func privilegeErrno(of interface: Interface) -> LinuxErrno? {
    switch RunningKernel.behavior(of: interface).scheme.privilege {
    case .notAsked: nil
    case .askedFirst(_, let errno), .askedAfterSize(_, let errno), .askedAfterCopy(_, let errno): errno
    }
  }

  /// Where this release, or the newest one that is described, has the size.
  func sizeSource(of interface: Interface) -> Scheme.Size.Source {
    if let lastCalled, lastCalled.facts == interface.facts { return lastCalled.source }
    let source = RunningKernel.behavior(of: interface).scheme.size.source
    lastCalled = (interface.facts, source)
    return source
  }

  /// An address in the kernel's half, far from its ends, on every architecture with 48-bit addresses.
  static let kernelAddress: UInt64 = 0xffff_8880_0000_0000

  /// The last page of a 32-bit program's addresses, which is the kernel's there; in a 64-bit program nothing is mapped
  /// there.
  static let kernelAddressOfI386: UInt64 = 0xffff_f000

  /// What this release does with an interface, or the newest one that is described where that is not known.
  public static func behavior(of interface: Interface) -> Behavior {
    release.flatMap { interface.behavior(in: $0) } ?? interface.newest
  }

  /// What this kernel answers if it does not have the call.
  public static func absence(of interface: Interface) -> LinuxErrno {
    if case .absent(let errno, _, _) = status(of: interface) { errno } else { interface.absent }
  }

  /// What is known of this release and an interface.
  public static func status(of interface: Interface) -> ReleaseStatus {
    release.map { interface.status(in: $0) } ?? .described(interface.newest)
  }
}

extension RunningKernel {
  /// Why this interface cannot be called here; nil if it can.
  ///
  /// A struct that the kernel takes is handed in. That the call or its device is not there, or not allowed, is a
  /// reason; any other refusal is an error.
  ///
  /// - Parameters:
  ///   - absenceIsObstacle: whether a release that does not have the call is an obstacle, and not an answer.
  ///     That a kernel was built without a call that its release has is always an obstacle.
  ///   - isPrivileged: whether the caller keeps its privileges.
  /// - Throws: ``SystemError`` with the refusal, or what stood in the way of making the call.
  public func obstacle(
    to interface: Interface, absenceIsObstacle: Bool = true, isPrivileged: Bool = true
  ) throws -> String? {
    guard let shape = interface.call else { return "\(CallError.noCallShape(interface: interface.name))" }
    if let reason = shape.unavailable ?? shape.leftOut[abi] { return reason }
    if !isPrivileged, let reason = shape.unprivileged { return reason }
    do {
      if case .absent = RunningKernel.status(of: interface), absenceIsObstacle {
        return "it came after this kernel"
      }
      let absent = RunningKernel.absence(of: interface)
      let codec = try Codec(
        interface, behavior: RunningKernel.behavior(of: interface), size: try machineSize(of: interface))
      let sample = try sample(of: interface, codec)
      let call = KernelCall(
        interface, memory: KernelCall.Memory(sample), usize: try size(of: interface),
        isPrivileged: isPrivileged, abi: abi)
      guard let errno = try make(call).0.errno else { return nil }
      // That a privilege is missing is an answer where it is known to be asked for.
      if !isPrivileged, errno == privilegeErrno(of: interface) { return nil }
      // To a privileged caller no privilege is missing, unless the machine forbids the call as a whole.
      if let passing = shape.passing(errno), passing.kind != .privilege || !isPrivileged { return nil }
      // A release that has the call and answers so was built without it.
      var isDescribed = false
      if case .described = RunningKernel.status(of: interface) { isDescribed = true }
      if errno == absent, !absenceIsObstacle, !isDescribed { return nil }
      guard Self.unavailableErrnos.contains(errno) || errno == absent else {
        throw SystemError("a valid call of \(interface.name)", errno)
      }
      return "this kernel answers \(errno)"
    } catch let error as CallError {
      return "\(error)"
    } catch let error as SystemError where Self.unavailableErrnos.contains(error.errno) {
      return "\(error)"
    }
  }

  /// The errnos that say that a call is not available here: the kernel lacks it (ENOSYS), its device or file is not
  /// there (ENOENT, ENODEV), its socket does not have the option (ENOPROTOOPT), or this process is not allowed to use it
  /// (EACCES, EPERM).
  ///
  /// An analysis leaves such a call out and gives the reason. Any other errno that it does not expect is an error.
  package static let unavailableErrnos: Set<LinuxErrno> = [
    .ENOENT, .EACCES, .EPERM, .ENOSYS, .ENODEV, .ENOPROTOOPT,
  ]

  /// The bits that depend on the configuration and that this kernel does not take, found by asking for each of them.
  ///
  /// - Throws: what stood in the way of making the call.
  public func withheld(from interface: Interface, _ codec: Codec) throws -> [CallShape.ConfiguredBits] {
    try (interface.call?.configured ?? []).filter { given in
      guard let field = interface.history.layout.field(given.member), field.range.upperBound <= codec.size
      else { return false }
      var bytes = try sample(of: interface, codec)
      for index in 0..<min(8, field.size) {
        bytes[field.offset + index] |= UInt8(truncatingIfNeeded: given.bits >> (8 * index))
      }
      let call = KernelCall(
        interface, memory: KernelCall.Memory(bytes), usize: try size(of: interface), abi: abi)
      return try answer(call).errno == given.errno
    }
  }

  /// A struct that the kernel takes: the samples, and the size where the struct holds it.
  public func sample(of interface: Interface, _ codec: Codec) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: codec.size)
    var values = try samples(for: interface)
    if codec.scheme.readsSizeMember, let size = interface.history.sizeMember {
      values[size.name] = UInt64(codec.size)
    }
    for (name, value) in values {
      guard let field = interface.history.layout.field(name), field.range.upperBound <= codec.known else {
        continue
      }
      for index in 0..<min(8, field.size) {
        bytes[field.offset + index] = UInt8(truncatingIfNeeded: value >> (8 * index))
      }
    }
    return bytes
  }

  /// What a call carries that names no size: the struct's own, or one element.
  private func size(of interface: Interface) throws -> UInt64 {
    let behavior = RunningKernel.behavior(of: interface)
    if behavior.scheme.size.source == .elements { return 1 }
    return UInt64(try Codec(interface, behavior: behavior, size: try machineSize(of: interface)).size)
  }
}
