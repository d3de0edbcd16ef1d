extension CallShape {
  /// The C type of an argument.
  public enum CType: String, Hashable, Sendable, CaseIterable {
    /// 32 bits with a sign: `int`, `pid_t`, `clockid_t`.
    case int
    /// 32 bits: `unsigned int`, `u32`.
    case unsignedInt = "unsigned int"
    /// As many bits as a register has.
    case unsignedLong = "unsigned long"
    /// As many bits as a register has: `size_t`.
    case size = "size_t"
    /// An address in user memory.
    case pointer = "void __user *"

    /// The number of bytes on an architecture.
    public func bytes(on architecture: SystemCallNumber.Architecture) -> Int {
      switch self {
      case .int, .unsignedInt: 4
      case .unsignedLong, .size, .pointer: architecture == .i386 ? 4 : 8
      }
    }
  }

  /// A size as the kernel sees it: cut to the width of the argument, or of the word, that it travels in.
  ///
  /// A system call takes what its C type holds of a register: a size of `0x1_0000_0030` is 48 as `unsigned int`.
  /// The corresponding C macro is `SYSCALL_DEFINE`.
  public func cutSize(_ size: UInt64, on abi: SystemCallNumber.Architecture = .native) -> UInt64 {
    if let index = sizeIndex { return cut(size, to: arguments[index].type, on: abi) }
    if let index = sizeWordIndex, case .sizeWord(let bytes) = arguments[index].role {
      return CallShape.cut(size, bytes: bytes)
    }
    return size
  }

  /// Flags as the kernel sees them: cut to the width of the argument that they travel in.
  public func cutFlags(_ flags: UInt64, on abi: SystemCallNumber.Architecture = .native) -> UInt64 {
    flagsIndex.map { cut(flags, to: arguments[$0].type, on: abi) } ?? flags
  }

  private func cut(_ value: UInt64, to type: CType, on abi: SystemCallNumber.Architecture) -> UInt64 {
    CallShape.cut(value, bytes: type.bytes(on: abi))
  }

  private static func cut(_ value: UInt64, bytes: Int) -> UInt64 {
    bytes < 8 ? value & ((1 << UInt64(8 * max(0, bytes))) - 1) : value
  }
}

extension KernelCall {
  /// The size as the kernel sees it, by the width that the interface's call shape says; nil if none is given.
  public var cutUsize: UInt64? { usize.map { interface.call?.cutSize($0, on: abi) ?? $0 } }

  /// The flags argument as the kernel sees it, by the width that the interface's call shape says.
  public var cutFlags: UInt64 { interface.call?.cutFlags(flags, on: abi) ?? flags }
}
