/// The error number of a failed call, positive, as user space sees it in `errno`.
///
/// The values are Linux's generic ones (`asm-generic/errno-base.h` and `errno.h`), the same on x86_64 and
/// aarch64. They stand here, and are not imported, so that the core depends on no C library.
public struct LinuxErrno: RawRepresentable, Hashable, Sendable, Error {
  /// The number, such as 22 for `EINVAL`.
  public var rawValue: Int32

  /// Makes an errno from its number; a number without a name here is kept as it is.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }
}

// Each constant bears the name that the kernel's headers give it.
extension LinuxErrno {
  /// Operation not permitted.
  @inlinable public static var EPERM: LinuxErrno { LinuxErrno(rawValue: 1) }
  /// No such file or directory.
  @inlinable public static var ENOENT: LinuxErrno { LinuxErrno(rawValue: 2) }
  /// No such process.
  @inlinable public static var ESRCH: LinuxErrno { LinuxErrno(rawValue: 3) }
  /// Interrupted system call.
  @inlinable public static var EINTR: LinuxErrno { LinuxErrno(rawValue: 4) }
  /// Input/output error.
  @inlinable public static var EIO: LinuxErrno { LinuxErrno(rawValue: 5) }
  /// No such device or address.
  @inlinable public static var ENXIO: LinuxErrno { LinuxErrno(rawValue: 6) }
  /// The struct is longer than the kernel knows, with a tail that is not zero.
  @inlinable public static var E2BIG: LinuxErrno { LinuxErrno(rawValue: 7) }
  /// Bad file descriptor.
  @inlinable public static var EBADF: LinuxErrno { LinuxErrno(rawValue: 9) }
  /// Resource temporarily unavailable.
  @inlinable public static var EAGAIN: LinuxErrno { LinuxErrno(rawValue: 11) }
  /// Cannot allocate memory.
  @inlinable public static var ENOMEM: LinuxErrno { LinuxErrno(rawValue: 12) }
  /// Permission denied.
  @inlinable public static var EACCES: LinuxErrno { LinuxErrno(rawValue: 13) }
  /// Bad address.
  @inlinable public static var EFAULT: LinuxErrno { LinuxErrno(rawValue: 14) }
  /// Device or resource busy.
  @inlinable public static var EBUSY: LinuxErrno { LinuxErrno(rawValue: 16) }
  /// File exists.
  @inlinable public static var EEXIST: LinuxErrno { LinuxErrno(rawValue: 17) }
  /// No such device.
  @inlinable public static var ENODEV: LinuxErrno { LinuxErrno(rawValue: 19) }
  /// Not a directory.
  @inlinable public static var ENOTDIR: LinuxErrno { LinuxErrno(rawValue: 20) }
  /// Is a directory.
  @inlinable public static var EISDIR: LinuxErrno { LinuxErrno(rawValue: 21) }
  /// Invalid argument.
  @inlinable public static var EINVAL: LinuxErrno { LinuxErrno(rawValue: 22) }
  /// Too many open files.
  @inlinable public static var EMFILE: LinuxErrno { LinuxErrno(rawValue: 24) }
  /// The ioctl number is unknown to this descriptor.
  @inlinable public static var ENOTTY: LinuxErrno { LinuxErrno(rawValue: 25) }
  /// No space left on device.
  @inlinable public static var ENOSPC: LinuxErrno { LinuxErrno(rawValue: 28) }
  /// Numerical result out of range.
  @inlinable public static var ERANGE: LinuxErrno { LinuxErrno(rawValue: 34) }
  /// The system call does not exist in this kernel.
  @inlinable public static var ENOSYS: LinuxErrno { LinuxErrno(rawValue: 38) }
  /// No message of the desired type: landlock's answer to a ruleset that handles nothing.
  @inlinable public static var ENOMSG: LinuxErrno { LinuxErrno(rawValue: 42) }
  /// Value too large for the type.
  @inlinable public static var EOVERFLOW: LinuxErrno { LinuxErrno(rawValue: 75) }
  /// The descriptor is in a bad state: BPF's answer to one that is not open.
  @inlinable public static var EBADFD: LinuxErrno { LinuxErrno(rawValue: 77) }
  /// The protocol does not have the option.
  @inlinable public static var ENOPROTOOPT: LinuxErrno { LinuxErrno(rawValue: 92) }
  /// Operation not supported.
  @inlinable public static var EOPNOTSUPP: LinuxErrno { LinuxErrno(rawValue: 95) }
  /// No buffer space available.
  @inlinable public static var ENOBUFS: LinuxErrno { LinuxErrno(rawValue: 105) }
  /// Timed out.
  @inlinable public static var ETIMEDOUT: LinuxErrno { LinuxErrno(rawValue: 110) }
}
