public import ExtensibleStructs

/// The kernel that this program runs on, answering the same calls as a simulated one.
///
/// User memory is laid out as the call says: a guard page behind the last mapped byte, read-only if asked
/// for. What is called, for each interface, stands in ``LinuxCall``.
public final class RunningKernel: Kernel {
  private let calls: [String: LinuxCall]
  private let resources = CallResources()

  /// Makes a kernel that answers the interfaces that have a ``LinuxCall``.
  public init() {
    calls = Dictionary(LinuxCall.all.map { ($0.interface, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The release, such as 6.18.44; nil if the kernel names itself in no such way.
  public static var release: Release? { Release(Syscalls.release()) }

  /// `Linux`, and the release.
  public var name: String { "Linux \(Syscalls.release())" }

  /// Whether there is a way to make this interface's call.
  public func canCall(_ interface: Interface) -> Bool { calls[interface.name] != nil }

  /// Makes the call.
  ///
  /// - Throws: ``SystemError`` if it could not be made at all: ENOSYS if there is no ``LinuxCall``, or what
  ///   stood in the way of a machine or of memory for it.
  public func answer(_ call: Call) throws -> Outcome {
    guard let make = calls[call.interface.name] else {
      throw SystemError("a call of \(call.interface.name)", .ENOSYS)
    }
    let buffer = try GuardedBuffer(
      call.memory.bytes, mapped: call.memory.mapped, readOnly: !call.memory.isWritable)
    let address: UInt64 =
      switch call.pointer {
      case .valid: buffer.address
      case .null: 0
      case .kernel: RunningKernel.kernelAddress
      }
    let errno = try make.call(resources, address, call.usize ?? 0)
    return Outcome(errno: errno, memory: try buffer.read())
  }

  /// An address in the kernel's half, far from its ends, on every architecture with 48-bit addresses.
  static let kernelAddress: UInt64 = 0xffff_8880_0000_0000
}
