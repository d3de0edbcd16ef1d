// The numbers of `asm-generic/errno-base.h`, which every architecture has. Each constant bears the name that the
// kernel's headers give it.

extension LinuxErrno {
  /// The caller lacks a capability, or is not the owner of what it wants to change.
  @inlinable public static var EPERM: LinuxErrno { LinuxErrno(rawValue: 1) }
  /// No such file, directory or object.
  @inlinable public static var ENOENT: LinuxErrno { LinuxErrno(rawValue: 2) }
  /// No such process or thread.
  @inlinable public static var ESRCH: LinuxErrno { LinuxErrno(rawValue: 3) }
  /// A signal came while the call was waiting.
  @inlinable public static var EINTR: LinuxErrno { LinuxErrno(rawValue: 4) }
  /// A device failed to read or write.
  @inlinable public static var EIO: LinuxErrno { LinuxErrno(rawValue: 5) }
  /// No such device or address; nothing is at the other end.
  @inlinable public static var ENXIO: LinuxErrno { LinuxErrno(rawValue: 6) }
  /// The struct is longer than the kernel knows, with a tail that is not zero; or the arguments of `execve`
  /// are too long.
  @inlinable public static var E2BIG: LinuxErrno { LinuxErrno(rawValue: 7) }
  /// The file is in no format that can be executed.
  @inlinable public static var ENOEXEC: LinuxErrno { LinuxErrno(rawValue: 8) }
  /// No such descriptor, or it is not open in the way that the call needs.
  @inlinable public static var EBADF: LinuxErrno { LinuxErrno(rawValue: 9) }
  /// No child process to wait for.
  @inlinable public static var ECHILD: LinuxErrno { LinuxErrno(rawValue: 10) }
  /// Not now: the call would block, or a limit is reached for the moment.
  @inlinable public static var EAGAIN: LinuxErrno { LinuxErrno(rawValue: 11) }
  /// No memory is left for it.
  @inlinable public static var ENOMEM: LinuxErrno { LinuxErrno(rawValue: 12) }
  /// The permissions of a file or an object forbid it.
  @inlinable public static var EACCES: LinuxErrno { LinuxErrno(rawValue: 13) }
  /// An address leads to memory that is not mapped, or that may not be accessed so.
  @inlinable public static var EFAULT: LinuxErrno { LinuxErrno(rawValue: 14) }
  /// A block device is needed.
  @inlinable public static var ENOTBLK: LinuxErrno { LinuxErrno(rawValue: 15) }
  /// It is in use.
  @inlinable public static var EBUSY: LinuxErrno { LinuxErrno(rawValue: 16) }
  /// It is there already.
  @inlinable public static var EEXIST: LinuxErrno { LinuxErrno(rawValue: 17) }
  /// The other file is on another mount; `openat2`: the path leads out of where it has to stay.
  @inlinable public static var EXDEV: LinuxErrno { LinuxErrno(rawValue: 18) }
  /// No such device, or it is one that does not support the call.
  @inlinable public static var ENODEV: LinuxErrno { LinuxErrno(rawValue: 19) }
  /// A part of the path is no directory.
  @inlinable public static var ENOTDIR: LinuxErrno { LinuxErrno(rawValue: 20) }
  /// It is a directory.
  @inlinable public static var EISDIR: LinuxErrno { LinuxErrno(rawValue: 21) }
  /// An argument, a flag or a member of a struct has a value that the kernel does not take.
  @inlinable public static var EINVAL: LinuxErrno { LinuxErrno(rawValue: 22) }
  /// Too many files are open in the whole system.
  @inlinable public static var ENFILE: LinuxErrno { LinuxErrno(rawValue: 23) }
  /// Too many files are open in this process.
  @inlinable public static var EMFILE: LinuxErrno { LinuxErrno(rawValue: 24) }
  /// The ioctl number is unknown to this descriptor.
  @inlinable public static var ENOTTY: LinuxErrno { LinuxErrno(rawValue: 25) }
  /// The file is being executed, or written while it is to be executed.
  @inlinable public static var ETXTBSY: LinuxErrno { LinuxErrno(rawValue: 26) }
  /// The file would become too long.
  @inlinable public static var EFBIG: LinuxErrno { LinuxErrno(rawValue: 27) }
  /// No space is left on the device.
  @inlinable public static var ENOSPC: LinuxErrno { LinuxErrno(rawValue: 28) }
  /// A pipe or a socket has no position.
  @inlinable public static var ESPIPE: LinuxErrno { LinuxErrno(rawValue: 29) }
  /// The file system is read-only.
  @inlinable public static var EROFS: LinuxErrno { LinuxErrno(rawValue: 30) }
  /// The file has too many links.
  @inlinable public static var EMLINK: LinuxErrno { LinuxErrno(rawValue: 31) }
  /// Nobody reads from the pipe or socket.
  @inlinable public static var EPIPE: LinuxErrno { LinuxErrno(rawValue: 32) }
  /// A number is outside the domain of a function.
  @inlinable public static var EDOM: LinuxErrno { LinuxErrno(rawValue: 33) }
  /// A number is outside the range of the result, or a buffer is too short for it.
  @inlinable public static var ERANGE: LinuxErrno { LinuxErrno(rawValue: 34) }

  /// Another name of ``EAGAIN``.
  @inlinable public static var EWOULDBLOCK: LinuxErrno { .EAGAIN }
}
