/// What Linux does with a struct of another size, byte by byte: slow, naive, and written from its documentation.
///
/// Nothing here is shared with what it tests.
public enum Reference {
  /// Argument list too long.
  public static let E2BIG: Int32 = 7
  /// Bad address.
  public static let EFAULT: Int32 = 14
  /// Invalid argument.
  public static let EINVAL: Int32 = 22
  /// The ioctl number is unknown.
  public static let ENOTTY: Int32 = 25
  /// The size of a page, the most that a struct may be long.
  public static let pageSize = 4096

  /// How `check_zeroed_user` ends.
  public enum Zeroed: Equatable, Sendable {
    /// Every byte is zero.
    case all
    /// This byte is not.
    case nonZero(at: Int)
    /// This byte cannot be read, and those in front of it are zero.
    case fault(at: Int)
  }

  /// Walks upward over `[from, from + count)`.
  public static func checkZeroedUser(_ memory: NaiveMemory, from: Int, count: Int) -> Zeroed {
    var at = from
    while at < from + count {
      guard let byte = memory.read(at) else { return .fault(at: at) }
      if byte != 0 { return .nonZero(at: at) }
      at += 1
    }
    return .all
  }

  /// How `copy_struct_from_user` ends.
  public enum CopyIn: Equatable, Sendable {
    /// The kernel's struct, as long as the kernel's size.
    case copied([UInt8])
    /// An error, and the byte that it is about.
    case failed(errno: Int32, at: Int)
  }

  /// Takes a struct of `usize` bytes into one of `ksize` bytes. The tail is looked at before the head.
  public static func copyStructFromUser(_ memory: NaiveMemory, ksize: Int, usize: Int) -> CopyIn {
    if usize > ksize {
      switch checkZeroedUser(memory, from: ksize, count: usize - ksize) {
      case .all: break
      case .nonZero(let at): return .failed(errno: E2BIG, at: at)
      case .fault(let at): return .failed(errno: EFAULT, at: at)
      }
    }
    var kernel: [UInt8] = []
    var at = 0
    while at < ksize {
      if at < usize {
        guard let byte = memory.read(at) else { return .failed(errno: EFAULT, at: at) }
        kernel.append(byte)
      } else {
        kernel.append(0)
      }
      at += 1
    }
    return .copied(kernel)
  }

  /// How `copy_struct_to_user` ends.
  public struct CopyOut: Equatable, Sendable {
    /// The first byte that could not be written; nil on success. The errno is `EFAULT`.
    public var fault: Int?
    /// Whether a kernel byte that is not zero was cut off.
    public var ignoredTrailing: Bool
    /// The user's memory afterwards.
    public var memory: NaiveMemory
  }

  /// Hands a struct out to one of `usize` bytes. The user's tail is cleared before the head is copied.
  public static func copyStructToUser(
    _ kernel: [UInt8], _ memory: NaiveMemory, usize: Int, clearingTail: Bool = true
  ) -> CopyOut {
    var after = memory
    var at = kernel.count
    while clearingTail && at < usize {
      guard after.write(0, at: at) else { return CopyOut(fault: at, ignoredTrailing: false, memory: after) }
      at += 1
    }
    var cut = false
    for (at, byte) in kernel.enumerated() where at >= usize && byte != 0 { cut = true }
    for (at, byte) in kernel.enumerated() where at < usize {
      guard after.write(byte, at: at) else { return CopyOut(fault: at, ignoredTrailing: cut, memory: after) }
    }
    return CopyOut(fault: nil, ignoredTrailing: cut, memory: after)
  }
}
