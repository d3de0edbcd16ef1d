public import ExtensibleStructs
public import KernelInterfaces

/// What a kernel answered to a program's own call.
public struct CallResult<S: DeclaredStruct & BitwiseCopyable>: Sendable {
  /// All of it.
  public let outcome: KernelCall.Outcome

  init(_ outcome: KernelCall.Outcome) { self.outcome = outcome }

  /// Nil for success, or the error.
  public var errno: LinuxErrno? { outcome.errno }

  /// The number that the call returned; nil if it failed, or a simulated kernel answered that makes up none.
  public var value: Int? { outcome.errno == nil ? outcome.value : nil }

  /// The struct as it came back. What a shorter version does not have is zero.
  public var structure: S {
    var value = S()
    unsafe withUnsafeMutableBytes(of: &value) { bytes in
      // Sound: S consists of integers, which was checked, so that every pattern of bytes is a value; the shorter of
      // both is copied.
      let count = min(bytes.count, outcome.memory.count)
      unsafe bytes.copyBytes(from: outcome.memory.prefix(count))
    }
    return value
  }

  /// The descriptor that the call returned, which is the program's: it is closed with the last reference.
  public var descriptor: OwnedDescriptor? {
    if case .descriptor(let descriptor)? = outcome.left { descriptor } else { nil }
  }

  /// The child that the call made, which is the program's to wait for.
  public var child: OwnedChild? { if case .child(let child)? = outcome.left { child } else { nil } }

  /// What the memory holds afterwards that an argument or a member was given; empty if it was given none.
  public func memory(_ name: String) -> [UInt8] { outcome.memories[name] ?? [] }

  /// The number that the call returned; 0 where a simulated kernel makes up none.
  ///
  /// - Throws: the errno of a call that failed.
  @discardableResult
  public func get() throws(LinuxErrno) -> Int {
    if let errno { throw errno }
    return value ?? 0
  }
}
