import ExtensibleStructs
import KernelInterfaces

/// Calls of one interface around a struct that the kernel takes; their answers show what the kernel knows.
struct Question {
  let interface: Interface
  let codec: Codec
  private let asked: AskedKernel
  private let base: Case

  /// The longest struct that is asked about, in bytes.
  static let limit = 4096

  init(_ interface: Interface, _ asked: AskedKernel) throws {
    self.interface = interface
    self.asked = asked
    codec = try Codec(interface, size: try asked.machineSize(of: interface))
    base = Case(interface, codec, sample: try asked.sample(of: interface, codec), held: nil)
  }

  /// Makes a call that differs from the valid one as `change` says.
  func outcome(_ change: (inout Case) -> Void = { _ in }) throws -> KernelCall.Outcome {
    var mutated = base
    change(&mutated)
    return try asked.answer(mutated.call)
  }

  /// The errno of a call, also one that comes after every check that the interface describes.
  func rawErrno(_ change: (inout Case) -> Void) throws -> LinuxErrno? {
    var mutated = base
    change(&mutated)
    return try asked.rawErrno(of: mutated.call)
  }

  /// The errno of a call; nil for success.
  func answer(_ change: (inout Case) -> Void = { _ in }) throws -> LinuxErrno? { try outcome(change).errno }

  /// Whether every size is answered as if the call did not exist.
  func isAbsent(_ absent: LinuxErrno) throws -> Bool {
    try codec.publishedSizes.allSatisfy { size in try answer { $0.usize = size } == absent }
  }

  /// The least size that the kernel takes, with nothing but zeros behind what it needs; nil if it takes none.
  func leastSize() throws -> Int? {
    try (1...codec.size).first { size in try answer { $0.usize = size } == nil }
  }
}
