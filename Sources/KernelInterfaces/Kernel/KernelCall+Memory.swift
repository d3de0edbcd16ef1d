extension KernelCall {
  /// What a user's pointer is.
  public enum Pointer: String, Hashable, Sendable, CaseIterable {
    /// It leads to the memory of the call.
    case valid
    /// It is NULL.
    case null
    /// It leads into the kernel's half of the address space.
    case kernel
  }

  /// User memory from the pointer on; the byte behind the last mapped one faults.
  ///
  /// Since that byte is the first of a page, the number of mapped bytes decides how the pointer is aligned: with 47
  /// mapped ones it lies one byte behind a multiple of 8.
  public struct Memory: Hashable, Sendable {
    /// What it holds. Mapped bytes beyond these are zero; bytes beyond the mapped ones cannot be reached.
    public var bytes: [UInt8]
    /// How many bytes from the pointer on are mapped; those beyond ``longest`` are not.
    public var mapped: Int
    /// How many bytes from the pointer on are not mapped although those behind them are.
    public var unmappedHead: Int
    /// Whether the kernel may write it.
    public var isWritable: Bool

    /// Describes user memory; `mapped` defaults to the length of `bytes`.
    public init(
      _ bytes: [UInt8], mapped: Int? = nil, unmappedHead: Int = 0, isWritable: Bool = true
    ) {
      self.bytes = bytes
      self.unmappedHead = unmappedHead
      self.mapped = mapped ?? bytes.count
      self.isWritable = isWritable
    }

    /// The longest memory that a call can have, in bytes.
    public static let longest = 1 << 28

    /// How many bytes are mapped, none for a number below zero.
    package var length: Int { min(max(0, mapped), Self.longest) }

    /// The mapped bytes: `bytes` cut off or extended with zeros.
    public var content: [UInt8] {
      bytes.count == length
        ? bytes : Array(bytes.prefix(length)) + Array(repeating: 0, count: max(0, length - bytes.count))
    }
  }
}
