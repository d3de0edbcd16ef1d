// The first half of `asm-generic/errno.h`. Numbers from 44 to 60, and some later ones, are left over from System V:
// hardly any driver answers with them.

extension LinuxErrno {
  /// Taking the lock would wait for ever.
  @inlinable public static var EDEADLK: LinuxErrno { LinuxErrno(rawValue: 35) }
  /// A name or path is too long.
  @inlinable public static var ENAMETOOLONG: LinuxErrno { LinuxErrno(rawValue: 36) }
  /// No more locks can be taken.
  @inlinable public static var ENOLCK: LinuxErrno { LinuxErrno(rawValue: 37) }
  /// The kernel does not have this system call.
  @inlinable public static var ENOSYS: LinuxErrno { LinuxErrno(rawValue: 38) }
  /// The directory is not empty.
  @inlinable public static var ENOTEMPTY: LinuxErrno { LinuxErrno(rawValue: 39) }
  /// Too many symbolic links, or one where none is allowed, as `openat2` says with `RESOLVE_NO_SYMLINKS`.
  @inlinable public static var ELOOP: LinuxErrno { LinuxErrno(rawValue: 40) }
  /// No message of that type; Landlock's answer to a ruleset that handles nothing.
  @inlinable public static var ENOMSG: LinuxErrno { LinuxErrno(rawValue: 42) }
  /// The object was removed in the meantime.
  @inlinable public static var EIDRM: LinuxErrno { LinuxErrno(rawValue: 43) }
  /// A channel number is out of range.
  @inlinable public static var ECHRNG: LinuxErrno { LinuxErrno(rawValue: 44) }
  /// Level 2 is not synchronised.
  @inlinable public static var EL2NSYNC: LinuxErrno { LinuxErrno(rawValue: 45) }
  /// Level 3 has halted.
  @inlinable public static var EL3HLT: LinuxErrno { LinuxErrno(rawValue: 46) }
  /// Level 3 was reset.
  @inlinable public static var EL3RST: LinuxErrno { LinuxErrno(rawValue: 47) }
  /// A link number is out of range.
  @inlinable public static var ELNRNG: LinuxErrno { LinuxErrno(rawValue: 48) }
  /// No protocol driver is attached.
  @inlinable public static var EUNATCH: LinuxErrno { LinuxErrno(rawValue: 49) }
  /// No CSI structure is available.
  @inlinable public static var ENOCSI: LinuxErrno { LinuxErrno(rawValue: 50) }
  /// Level 2 has halted.
  @inlinable public static var EL2HLT: LinuxErrno { LinuxErrno(rawValue: 51) }
  /// An exchange is not valid.
  @inlinable public static var EBADE: LinuxErrno { LinuxErrno(rawValue: 52) }
  /// A request descriptor is not valid.
  @inlinable public static var EBADR: LinuxErrno { LinuxErrno(rawValue: 53) }
  /// The exchange is full.
  @inlinable public static var EXFULL: LinuxErrno { LinuxErrno(rawValue: 54) }
  /// No anode is left.
  @inlinable public static var ENOANO: LinuxErrno { LinuxErrno(rawValue: 55) }
  /// A request code is not valid.
  @inlinable public static var EBADRQC: LinuxErrno { LinuxErrno(rawValue: 56) }
  /// A slot is not valid.
  @inlinable public static var EBADSLT: LinuxErrno { LinuxErrno(rawValue: 57) }
  /// A font file is in a wrong format.
  @inlinable public static var EBFONT: LinuxErrno { LinuxErrno(rawValue: 59) }
  /// The device is no stream.
  @inlinable public static var ENOSTR: LinuxErrno { LinuxErrno(rawValue: 60) }
  /// There is no data, such as an extended attribute of that name.
  @inlinable public static var ENODATA: LinuxErrno { LinuxErrno(rawValue: 61) }
  /// A timer ran out.
  @inlinable public static var ETIME: LinuxErrno { LinuxErrno(rawValue: 62) }
  /// No stream resources are left.
  @inlinable public static var ENOSR: LinuxErrno { LinuxErrno(rawValue: 63) }
  /// The machine is not on the network.
  @inlinable public static var ENONET: LinuxErrno { LinuxErrno(rawValue: 64) }
  /// A package is not installed; a cryptographic algorithm that is needed is missing.
  @inlinable public static var ENOPKG: LinuxErrno { LinuxErrno(rawValue: 65) }
  /// The object is remote.
  @inlinable public static var EREMOTE: LinuxErrno { LinuxErrno(rawValue: 66) }
  /// The link is cut.
  @inlinable public static var ENOLINK: LinuxErrno { LinuxErrno(rawValue: 67) }
  /// An error in advertising.
  @inlinable public static var EADV: LinuxErrno { LinuxErrno(rawValue: 68) }
  /// An error in a remote mount.
  @inlinable public static var ESRMNT: LinuxErrno { LinuxErrno(rawValue: 69) }
  /// An error of communication while sending.
  @inlinable public static var ECOMM: LinuxErrno { LinuxErrno(rawValue: 70) }
  /// The other side breaks the protocol.
  @inlinable public static var EPROTO: LinuxErrno { LinuxErrno(rawValue: 71) }
  /// More than one hop was tried.
  @inlinable public static var EMULTIHOP: LinuxErrno { LinuxErrno(rawValue: 72) }
  /// An error of the remote file system RFS.
  @inlinable public static var EDOTDOT: LinuxErrno { LinuxErrno(rawValue: 73) }
  /// What was read is no valid message, or its checksum is wrong.
  @inlinable public static var EBADMSG: LinuxErrno { LinuxErrno(rawValue: 74) }
  /// A value is too large for the type that has to hold it.
  @inlinable public static var EOVERFLOW: LinuxErrno { LinuxErrno(rawValue: 75) }
  /// A name is not unique on the network.
  @inlinable public static var ENOTUNIQ: LinuxErrno { LinuxErrno(rawValue: 76) }
  /// The descriptor is in a state that forbids the call; BPF's answer to one that is not open.
  @inlinable public static var EBADFD: LinuxErrno { LinuxErrno(rawValue: 77) }
  /// The remote address changed.
  @inlinable public static var EREMCHG: LinuxErrno { LinuxErrno(rawValue: 78) }
  /// A shared library that is needed cannot be accessed.
  @inlinable public static var ELIBACC: LinuxErrno { LinuxErrno(rawValue: 79) }
  /// A shared library is damaged.
  @inlinable public static var ELIBBAD: LinuxErrno { LinuxErrno(rawValue: 80) }
  /// The `.lib` section of an executable is damaged.
  @inlinable public static var ELIBSCN: LinuxErrno { LinuxErrno(rawValue: 81) }
  /// Too many shared libraries are to be linked in.
  @inlinable public static var ELIBMAX: LinuxErrno { LinuxErrno(rawValue: 82) }
  /// A shared library cannot be executed by itself.
  @inlinable public static var ELIBEXEC: LinuxErrno { LinuxErrno(rawValue: 83) }
  /// A sequence of bytes is no character.
  @inlinable public static var EILSEQ: LinuxErrno { LinuxErrno(rawValue: 84) }
  /// An interrupted system call has to be started again.
  @inlinable public static var ERESTART: LinuxErrno { LinuxErrno(rawValue: 85) }
  /// An error in a pipe of streams.
  @inlinable public static var ESTRPIPE: LinuxErrno { LinuxErrno(rawValue: 86) }
  /// Too many users.
  @inlinable public static var EUSERS: LinuxErrno { LinuxErrno(rawValue: 87) }
  /// The descriptor is no socket.
  @inlinable public static var ENOTSOCK: LinuxErrno { LinuxErrno(rawValue: 88) }
  /// A destination address is needed.
  @inlinable public static var EDESTADDRREQ: LinuxErrno { LinuxErrno(rawValue: 89) }
  /// The message is too long, or a buffer is not of the size that is needed.
  @inlinable public static var EMSGSIZE: LinuxErrno { LinuxErrno(rawValue: 90) }
  /// The protocol does not fit the type of the socket.
  @inlinable public static var EPROTOTYPE: LinuxErrno { LinuxErrno(rawValue: 91) }
  /// The protocol does not have this socket option.
  @inlinable public static var ENOPROTOOPT: LinuxErrno { LinuxErrno(rawValue: 92) }
  /// The kernel does not have this protocol.
  @inlinable public static var EPROTONOSUPPORT: LinuxErrno { LinuxErrno(rawValue: 93) }
  /// The kernel does not have this type of socket.
  @inlinable public static var ESOCKTNOSUPPORT: LinuxErrno { LinuxErrno(rawValue: 94) }
  /// The object, the file system or this kernel's configuration does not support it.
  @inlinable public static var EOPNOTSUPP: LinuxErrno { LinuxErrno(rawValue: 95) }

  /// Another name of ``EDEADLK``.
  @inlinable public static var EDEADLOCK: LinuxErrno { .EDEADLK }
  /// The C library's name of ``EOPNOTSUPP``.
  @inlinable public static var ENOTSUP: LinuxErrno { .EOPNOTSUPP }
}
