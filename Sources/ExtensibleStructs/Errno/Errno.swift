/// The error number of a failed call, positive, as user space sees it in `errno`.
///
/// The values are Linux's generic ones (`asm-generic/errno-base.h` and `errno.h`), the same on x86_64 and
/// aarch64. They stand here, and are not imported, so that the core depends on no C library.
public struct Errno: RawRepresentable, Hashable, Sendable, Error {
  /// The number, such as 22 for `EINVAL`.
  public var rawValue: Int32

  /// Makes an errno from its number; a number without a name here is kept as it is.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

// Each constant bears the name that the kernel's headers give it.
extension Errno {
  /// Operation not permitted.
  @inlinable public static var EPERM: Errno { Errno(rawValue: 1) }
  /// No such file or directory.
  @inlinable public static var ENOENT: Errno { Errno(rawValue: 2) }
  /// No such process.
  @inlinable public static var ESRCH: Errno { Errno(rawValue: 3) }
  /// Interrupted system call.
  @inlinable public static var EINTR: Errno { Errno(rawValue: 4) }
  /// Input/output error.
  @inlinable public static var EIO: Errno { Errno(rawValue: 5) }
  /// No such device or address.
  @inlinable public static var ENXIO: Errno { Errno(rawValue: 6) }
  /// The struct is longer than the kernel knows, with a tail that is not zero.
  @inlinable public static var E2BIG: Errno { Errno(rawValue: 7) }
  /// Bad file descriptor.
  @inlinable public static var EBADF: Errno { Errno(rawValue: 9) }
  /// Resource temporarily unavailable.
  @inlinable public static var EAGAIN: Errno { Errno(rawValue: 11) }
  /// Cannot allocate memory.
  @inlinable public static var ENOMEM: Errno { Errno(rawValue: 12) }
  /// Permission denied.
  @inlinable public static var EACCES: Errno { Errno(rawValue: 13) }
  /// Bad address.
  @inlinable public static var EFAULT: Errno { Errno(rawValue: 14) }
  /// Device or resource busy.
  @inlinable public static var EBUSY: Errno { Errno(rawValue: 16) }
  /// File exists.
  @inlinable public static var EEXIST: Errno { Errno(rawValue: 17) }
  /// No such device.
  @inlinable public static var ENODEV: Errno { Errno(rawValue: 19) }
  /// Not a directory.
  @inlinable public static var ENOTDIR: Errno { Errno(rawValue: 20) }
  /// Invalid argument.
  @inlinable public static var EINVAL: Errno { Errno(rawValue: 22) }
  /// Too many open files.
  @inlinable public static var EMFILE: Errno { Errno(rawValue: 24) }
  /// The ioctl number is unknown to this descriptor.
  @inlinable public static var ENOTTY: Errno { Errno(rawValue: 25) }
  /// No space left on device.
  @inlinable public static var ENOSPC: Errno { Errno(rawValue: 28) }
  /// Numerical result out of range.
  @inlinable public static var ERANGE: Errno { Errno(rawValue: 34) }
  /// The system call does not exist in this kernel.
  @inlinable public static var ENOSYS: Errno { Errno(rawValue: 38) }
  /// No message of the desired type: landlock's answer to a ruleset that handles nothing.
  @inlinable public static var ENOMSG: Errno { Errno(rawValue: 42) }
  /// Value too large for the type.
  @inlinable public static var EOVERFLOW: Errno { Errno(rawValue: 75) }
  /// Operation not supported.
  @inlinable public static var EOPNOTSUPP: Errno { Errno(rawValue: 95) }
  /// No buffer space available.
  @inlinable public static var ENOBUFS: Errno { Errno(rawValue: 105) }
  /// Timed out.
  @inlinable public static var ETIMEDOUT: Errno { Errno(rawValue: 110) }
}
