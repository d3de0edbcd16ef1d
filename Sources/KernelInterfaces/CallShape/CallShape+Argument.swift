extension CallShape {
  /// One argument of a call.
  public struct Argument: Hashable, Sendable {
    /// Its name in C, such as `usize`.
    public var name: String
    /// Its type in C, which says how many bits of a register the kernel looks at.
    public var type: CType
    /// What it holds.
    public var role: Role

    /// Describes an argument.
    public init(_ name: String, _ type: CType, _ role: Role) {
      self.name = name
      self.type = type
      self.role = role
    }
  }

  /// What an argument holds.
  public enum Role: Hashable, Sendable {
    /// The struct's address.
    case structure
    /// The size of the struct in bytes, or the number of elements.
    case size
    /// The address of a word of so many bytes that holds the size, and that the kernel writes to.
    case sizeWord(bytes: Int)
    /// The call's flags.
    ///
    /// - Parameters:
    ///   - always: bits that are set beside those that a case names.
    ///   - unmodelled: bits that the kernel knows and judges by other arguments of the call.
    case flags(always: UInt64 = 0, unmodelled: UInt64 = 0)
    /// The ioctl's number.
    case command
    /// Something harmless.
    case value(Value)
  }

  /// A harmless value of an argument or of a member.
  public enum Value: Hashable, Sendable {
    /// An integer.
    case constant(UInt64)
    /// The address of a C string.
    case string(String)
    /// The address of these bytes, on a page of their own.
    case bytes([UInt8])
    /// The address of so many writable bytes, at the beginning of a page.
    case room(Int)
    /// A descriptor of this file.
    case file(File)
  }
}

extension CallShape.Value: ExpressibleByIntegerLiteral {
  /// An integer; a negative one keeps its sign in 64 bits.
  public init(integerLiteral value: Int64) { self = .constant(UInt64(bitPattern: value)) }
}
