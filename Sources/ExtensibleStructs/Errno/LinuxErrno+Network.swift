// The second half of `asm-generic/errno.h`: the network, and what came later.

extension LinuxErrno {
  /// The kernel does not have this protocol family.
  @inlinable public static var EPFNOSUPPORT: LinuxErrno { LinuxErrno(rawValue: 96) }
  /// The protocol does not have this address family.
  @inlinable public static var EAFNOSUPPORT: LinuxErrno { LinuxErrno(rawValue: 97) }
  /// The address is in use.
  @inlinable public static var EADDRINUSE: LinuxErrno { LinuxErrno(rawValue: 98) }
  /// The address is none of this machine's.
  @inlinable public static var EADDRNOTAVAIL: LinuxErrno { LinuxErrno(rawValue: 99) }
  /// The network is down.
  @inlinable public static var ENETDOWN: LinuxErrno { LinuxErrno(rawValue: 100) }
  /// The network cannot be reached.
  @inlinable public static var ENETUNREACH: LinuxErrno { LinuxErrno(rawValue: 101) }
  /// The network dropped the connection.
  @inlinable public static var ENETRESET: LinuxErrno { LinuxErrno(rawValue: 102) }
  /// The connection was aborted on this side.
  @inlinable public static var ECONNABORTED: LinuxErrno { LinuxErrno(rawValue: 103) }
  /// The other side reset the connection.
  @inlinable public static var ECONNRESET: LinuxErrno { LinuxErrno(rawValue: 104) }
  /// No room for buffers is left.
  @inlinable public static var ENOBUFS: LinuxErrno { LinuxErrno(rawValue: 105) }
  /// The socket is connected already.
  @inlinable public static var EISCONN: LinuxErrno { LinuxErrno(rawValue: 106) }
  /// The socket is not connected.
  @inlinable public static var ENOTCONN: LinuxErrno { LinuxErrno(rawValue: 107) }
  /// The socket was shut down.
  @inlinable public static var ESHUTDOWN: LinuxErrno { LinuxErrno(rawValue: 108) }
  /// Too many descriptors are on their way through sockets.
  @inlinable public static var ETOOMANYREFS: LinuxErrno { LinuxErrno(rawValue: 109) }
  /// It took too long.
  @inlinable public static var ETIMEDOUT: LinuxErrno { LinuxErrno(rawValue: 110) }
  /// The other side refused the connection.
  @inlinable public static var ECONNREFUSED: LinuxErrno { LinuxErrno(rawValue: 111) }
  /// The other machine is down.
  @inlinable public static var EHOSTDOWN: LinuxErrno { LinuxErrno(rawValue: 112) }
  /// No route leads to the other machine.
  @inlinable public static var EHOSTUNREACH: LinuxErrno { LinuxErrno(rawValue: 113) }
  /// It is being done already.
  @inlinable public static var EALREADY: LinuxErrno { LinuxErrno(rawValue: 114) }
  /// It was begun, and goes on in the background.
  @inlinable public static var EINPROGRESS: LinuxErrno { LinuxErrno(rawValue: 115) }
  /// The file handle leads to nothing any more.
  @inlinable public static var ESTALE: LinuxErrno { LinuxErrno(rawValue: 116) }
  /// The file system is damaged and needs repair.
  @inlinable public static var EUCLEAN: LinuxErrno { LinuxErrno(rawValue: 117) }
  /// It is no XENIX named file.
  @inlinable public static var ENOTNAM: LinuxErrno { LinuxErrno(rawValue: 118) }
  /// No XENIX semaphores are available.
  @inlinable public static var ENAVAIL: LinuxErrno { LinuxErrno(rawValue: 119) }
  /// It is a named file.
  @inlinable public static var EISNAM: LinuxErrno { LinuxErrno(rawValue: 120) }
  /// The device at the other end of a bus failed.
  @inlinable public static var EREMOTEIO: LinuxErrno { LinuxErrno(rawValue: 121) }
  /// The quota is used up.
  @inlinable public static var EDQUOT: LinuxErrno { LinuxErrno(rawValue: 122) }
  /// No medium is in the drive.
  @inlinable public static var ENOMEDIUM: LinuxErrno { LinuxErrno(rawValue: 123) }
  /// The medium is of a wrong type.
  @inlinable public static var EMEDIUMTYPE: LinuxErrno { LinuxErrno(rawValue: 124) }
  /// The operation was cancelled.
  @inlinable public static var ECANCELED: LinuxErrno { LinuxErrno(rawValue: 125) }
  /// The key is not there.
  @inlinable public static var ENOKEY: LinuxErrno { LinuxErrno(rawValue: 126) }
  /// The key has expired.
  @inlinable public static var EKEYEXPIRED: LinuxErrno { LinuxErrno(rawValue: 127) }
  /// The key was revoked.
  @inlinable public static var EKEYREVOKED: LinuxErrno { LinuxErrno(rawValue: 128) }
  /// The key was rejected, or a signature does not fit it.
  @inlinable public static var EKEYREJECTED: LinuxErrno { LinuxErrno(rawValue: 129) }
  /// The owner of a lock died with it.
  @inlinable public static var EOWNERDEAD: LinuxErrno { LinuxErrno(rawValue: 130) }
  /// The state that a lock protects cannot be recovered.
  @inlinable public static var ENOTRECOVERABLE: LinuxErrno { LinuxErrno(rawValue: 131) }
  /// A switch has turned the radio off.
  @inlinable public static var ERFKILL: LinuxErrno { LinuxErrno(rawValue: 132) }
  /// The hardware reported the memory page as faulty.
  @inlinable public static var EHWPOISON: LinuxErrno { LinuxErrno(rawValue: 133) }
}
