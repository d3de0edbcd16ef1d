/// The number of an ioctl, taken apart: which way bytes go, whose it is, which one, and how many bytes.
///
///     31 30 29          16 15     8 7      0
///     | dir |    size     |  type  | number |
///
/// The size is part of the number: a struct that grows makes another ioctl of it. The kernel dispatches on
/// all 32 bits. This is the generic encoding, the one of x86_64 and aarch64 (`asm-generic/ioctl.h`).
public struct IoctlNumber: RawRepresentable, Hashable, Sendable {
  /// Which way the bytes of the struct go, seen from user space.
  public struct Direction: OptionSet, Hashable, Sendable {
    /// The two bits as they are in the number.
    public var rawValue: UInt8
    /// Makes a direction from its bits; only the lowest two count.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 3 }
    /// User space writes the struct, the kernel reads it. The corresponding C constant is `_IOC_WRITE`.
    public static var write: Direction { Direction(rawValue: 1) }
    /// User space reads what the kernel writes. The corresponding C constant is `_IOC_READ`.
    public static var read: Direction { Direction(rawValue: 2) }
  }

  /// The number as `ioctl` takes it.
  public var rawValue: UInt32

  /// Takes any number as it is.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Makes a number from its parts, or nil if the size is negative or does not fit 14 bits.
  ///
  /// The corresponding C function is `_IOC`.
  public init?(_ direction: Direction = [], type: UInt8, number: UInt8, size: Int = 0) {
    guard 0...Self.sizeLimit ~= size else { return nil }
    rawValue = UInt32(direction.rawValue) << 30 | UInt32(size) << 16 | UInt32(type) << 8 | UInt32(number)
  }

  /// The largest size that fits: 16383 bytes.
  public static var sizeLimit: Int { (1 << 14) - 1 }

  /// Which way the bytes go. The corresponding C function is `_IOC_DIR`.
  public var direction: Direction { Direction(rawValue: UInt8(rawValue >> 30)) }
  /// Whose the ioctl is, such as 0xAE for KVM. The corresponding C function is `_IOC_TYPE`.
  public var type: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 8) }
  /// Which of that type's ioctls it is. The corresponding C function is `_IOC_NR`.
  public var number: UInt8 { UInt8(truncatingIfNeeded: rawValue) }
  /// How many bytes the struct has. The corresponding C function is `_IOC_SIZE`.
  public var size: Int { Int(rawValue >> 16) & Self.sizeLimit }
}

extension IoctlNumber: CustomStringConvertible {
  /// The number in hexadecimal, such as `0x4020ae46`.
  public var description: String {
    let digits = String(rawValue, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
