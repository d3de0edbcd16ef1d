public import ExtensibleStructs

extension Matrix {
  /// A way to put cells of a struct's matrix to the running kernel.
  ///
  /// One for each struct of which the running kernel has a call: it knows under which schemes the kernel takes
  /// the struct, which version of it the kernel has, and how to see that an extension was honoured.
  public protocol Replay: Sendable {
    /// The struct's C name.
    var structure: String { get }

    /// What users have to write into the fields that they use, for a real kernel to take them: values by the
    /// field's C name.
    var samples: [String: UInt64] { get }

    /// The index of the version that the running kernel has under this scheme; nil if it has no such call.
    func version(under scheme: Scheme) -> Int?

    /// Hands the running kernel a user's struct, which ends where memory does.
    ///
    /// - Throws: if the call could not be made at all; that the kernel refuses it is an answer.
    func call(_ user: [UInt8], under scheme: Scheme) throws -> ReplayAnswer
  }

  /// What the running kernel did with one user's struct.
  public struct ReplayAnswer: Hashable, Sendable {
    /// Nil for success, or the error.
    public var errno: LinuxErrno?
    /// The extensions, by index, whose effect was seen.
    public var honoured: Set<Int>
    /// What a reader has to know of this kernel to judge the answer.
    public var note: String?

    /// Makes an answer.
    public init(errno: LinuxErrno? = nil, honoured: Set<Int> = [], note: String? = nil) {
      self.errno = errno
      self.honoured = honoured
      self.note = note
    }
  }
}
