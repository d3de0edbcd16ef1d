/// What a user hands a kernel: which interface, what memory, which pointer, which size.
public struct Call: Sendable {
  /// Which interface is called.
  public var interface: Interface
  /// What the pointer leads to.
  public var memory: MemoryImage
  /// What kind of pointer it is.
  public var pointer: PointerKind
  /// The size in bytes where it travels outside the struct, as an argument or in the ioctl number.
  public var usize: UInt64?
  /// The flags that are an argument of the call, where it has any.
  public var flags: UInt64
  /// For interfaces that hand a struct out: the kernel's struct. A real kernel has its own.
  public var kernelStruct: [UInt8]?

  /// Makes a call.
  public init(
    _ interface: Interface, memory: MemoryImage, pointer: PointerKind = .valid, usize: UInt64? = nil,
    flags: UInt64 = 0, kernelStruct: [UInt8]? = nil
  ) {
    self.interface = interface
    self.memory = memory
    self.pointer = pointer
    self.usize = usize
    self.flags = flags
    self.kernelStruct = kernelStruct
  }
}

/// What a user's pointer is.
public enum PointerKind: String, Hashable, Sendable, CaseIterable {
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
public struct MemoryImage: Hashable, Sendable {
  /// What it holds. Mapped bytes beyond these are zero; bytes beyond the mapped ones cannot be reached.
  public var bytes: [UInt8]
  /// How many bytes from the pointer on are mapped.
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

  /// The mapped bytes: `bytes` cut off or extended with zeros.
  public var content: [UInt8] {
    bytes.count == mapped
      ? bytes : Array(bytes.prefix(max(0, mapped))) + Array(repeating: 0, count: max(0, mapped - bytes.count))
  }
}
