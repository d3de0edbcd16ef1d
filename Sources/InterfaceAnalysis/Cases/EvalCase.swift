package import ExtensibleStructs
public import KernelInterfaces

/// One case for a simulated kernel: a call, and which kernel is to answer.
public struct EvalCase: Hashable, Sendable {
  /// A name from the catalog, or one of ``EvalHelper``.
  public var interface: String
  /// Picks the struct's size and the policies of that release.
  public var release: Release?
  /// The size in bytes that the kernel was compiled with, where it is to be another.
  public var ksize: Int?
  /// The size in bytes that travels outside the struct, as a register holds it.
  public var usize: UInt64?
  /// The flags that are an argument of the call.
  public var flags: UInt64 = 0
  /// User memory from the pointer on.
  public var memory: [UInt8] = []
  /// How many bytes from the pointer on are mapped.
  public var mapped: Int?
  /// How many bytes from the pointer on are not mapped although those behind them are.
  public var unmappedHead = 0
  /// Whether the kernel may write the memory.
  public var isWritable = true
  /// What kind of pointer it is.
  public var pointer = KernelCall.Pointer.valid
  /// For `check_zeroed_user`: where the check begins.
  public var offset: Int?
  /// For `check_zeroed_user`: how many bytes are checked.
  public var length: Int?
  /// For interfaces that hand a struct out: what the kernel holds.
  public var kernelStruct: [UInt8]?
  /// Whether the caller has every capability, or none.
  public var isPrivileged = true
  /// The architecture whose calls the program makes; nil for the one that this program was compiled for.
  public var abi: SystemCallNumber.Architecture?

  /// Makes a case with everything else at its default.
  public init(_ interface: String) { self.interface = interface }

  /// The longest memory, offset or length that is taken: 16 MiB.
  public static let limit = 16 << 20
}

/// The kernel's helpers that can be called by themselves.
package enum EvalHelper: String, Hashable, Sendable, CaseIterable {
  /// Takes a struct in, with no minimum and no maximum.
  case copyStructFromUser = "copy_struct_from_user"
  /// Hands a struct out.
  case copyStructToUser = "copy_struct_to_user"
  /// Says whether a range is zero.
  case checkZeroedUser = "check_zeroed_user"
}

/// What the simulated kernel made of a case.
package struct EvalAnswer: Hashable, Sendable {
  /// Nil for success, or the error.
  package var errno: LinuxErrno?
  /// The kernel's struct, where the call took one in and succeeded.
  package var kernelStruct: [UInt8]?
  /// All mapped bytes afterwards.
  package var memory: [UInt8]
  /// What the call returned, where it returns an integer.
  package var value: Int?
  /// How the kernel read user memory, in order. What it wrote shows in the memory.
  package var fetches: [Access]
  /// How it is known that a kernel answers so.
  package var basis: Behavior.Basis

  init(_ outcome: KernelCall.Outcome) {
    errno = outcome.errno
    kernelStruct = outcome.kernelStruct
    memory = outcome.memory
    value = outcome.value
    fetches = outcome.accesses.filter(\.primitive.isFetch)
    // The kernel's helpers, which belong to no release, are behind every call that was asked.
    basis = outcome.basis ?? .ran
  }
}

/// Why a kernel cannot be asked a case: the key at fault, and what is wrong with it.
public struct EvalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The key at fault.
  public var key: String
  /// What is wrong.
  public var reason: String

  init(_ key: String, _ reason: String) {
    self.key = key
    self.reason = reason
  }

  /// Such as `ksize: missing; copy_struct_from_user needs it`.
  public var description: String { "\(key): \(reason)" }
}
