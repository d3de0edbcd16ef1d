import ExtensibleStructs
import KernelInterfaces
import RunningKernel

/// The kernel that is asked, with what an analysis has to know beside its answers: the running kernel tells how its calls
/// are made; of any other one nothing is known but the interface's own words.
final class AskedKernel {
  private var kernel: any CallableKernel
  private let running: RunningKernel?
  /// Whose calls are made.
  let abi: SystemCallNumber.Architecture

  /// The running kernel.
  init(abi: SystemCallNumber.Architecture = .native) {
    let running = RunningKernel(abi: abi)
    self.running = running
    kernel = running
    self.abi = abi
  }

  /// Any kernel; the running one keeps what it knows.
  init(_ kernel: any CallableKernel) {
    self.kernel = kernel
    running = kernel as? RunningKernel
    abi = running?.abi ?? .native
  }

  /// What it is called.
  var name: String { kernel.name }

  /// Whether it is the kernel that this program runs on.
  var isRunning: Bool { running != nil }

  /// Makes a call.
  func answer(_ call: KernelCall) throws -> KernelCall.Outcome { try kernel.answer(call) }

  /// The errno of a call, also one that comes after every check that the interface describes.
  func rawErrno(of call: KernelCall) throws -> LinuxErrno? {
    if let running { return try running.rawErrno(of: call) }
    let outcome = try kernel.answer(call)
    return outcome.errno ?? outcome.passing
  }

  /// Why the interface cannot be called; nil if it can. A kernel of one's own answers each call itself.
  func obstacle(
    to interface: Interface, absenceIsObstacle: Bool, isPrivileged: Bool = true
  ) throws -> String? {
    try running?.obstacle(to: interface, absenceIsObstacle: absenceIsObstacle, isPrivileged: isPrivileged)
  }

  /// The kernel's size of the struct where it is up to the machine.
  func machineSize(of interface: Interface) throws -> Int? { try running?.machineSize(of: interface) }

  /// The bits that depend on the configuration and that this kernel does not take.
  func withheld(from interface: Interface, _ codec: Codec) throws -> [CallShape.ConfiguredBits] {
    try running?.withheld(from: interface, codec) ?? []
  }

  /// A struct that the kernel takes: the call shape's integers, and the size where the struct holds it.
  func sample(of interface: Interface, _ codec: Codec) throws -> [UInt8] {
    if let running { return try running.sample(of: interface, codec) }
    var bytes = [UInt8](repeating: 0, count: codec.size)
    for case (let name, .constant(let value)) in interface.call?.samples ?? [:] {
      guard let field = interface.history.layout.field(name), field.range.upperBound <= codec.known else {
        continue
      }
      IntegerMember(offset: field.offset, width: min(field.size, 8)).set(value, in: &bytes)
    }
    if codec.scheme.readsSizeMember { codec.sizeMember.set(UInt64(codec.size), in: &bytes) }
    return bytes
  }

  /// What is known of the kernel and an interface.
  func status(of interface: Interface) -> ReleaseStatus {
    isRunning ? RunningKernel.status(of: interface) : .described(interface.newest)
  }

  /// What the kernel answers if it does not have the call.
  func absence(of interface: Interface) -> LinuxErrno {
    isRunning ? RunningKernel.absence(of: interface) : interface.absent
  }

  /// Whether a caller has privileges that it can give up. In front of any other kernel a caller is whoever a case says.
  var isPrivileged: Bool { !isRunning || RunningKernel.isPrivileged }

  /// Why calls of this interface cannot be compared with those of an unprivileged caller; nil if they can be.
  func whyPrivileged(_ interface: Interface) -> String? {
    isRunning ? RunningKernel.whyPrivileged(interface) : interface.call?.unprivileged
  }
}
