extension LinuxErrno: CustomStringConvertible {
  /// The C name, such as `EINVAL`; `errno 134` for a number that has none.
  public var description: String { name ?? "errno \(rawValue)" }

  /// The C name, such as `EINVAL`, or nil for a number that has none.
  public var name: String? {
    guard let index = Int(exactly: rawValue), LinuxErrno.names.indices.contains(index) else { return nil }
    return LinuxErrno.names[index] == "-" ? nil : String(LinuxErrno.names[index])
  }

  /// The errno with this C name, or nil if Linux has none of that name. Of two names for one number, such as
  /// `EWOULDBLOCK` and `EAGAIN`, both are known.
  public init?(name: String) {
    if let alias = LinuxErrno.aliases[name] {
      self = alias
    } else if name != "-", let index = LinuxErrno.names.firstIndex(where: { $0 == name }) {
      self.init(rawValue: Int32(index))
    } else {
      return nil
    }
  }

  private static let aliases: [String: LinuxErrno] = [
    "EWOULDBLOCK": .EWOULDBLOCK, "EDEADLOCK": .EDEADLOCK, "ENOTSUP": .ENOTSUP,
  ]

  /// The names by number; a dash for a number that has none.
  private static let names = """
    - EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK
    EBUSY EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE
    EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP - ENOMSG EIDRM
    ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT
    - EBFONT ENOSTR ENODATA ETIME ENOSR ENONET ENOPKG EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP
    EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG ELIBACC ELIBBAD ELIBSCN ELIBMAX ELIBEXEC EILSEQ
    ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT
    ESOCKTNOSUPPORT EOPNOTSUPP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH
    ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT
    ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL EISNAM
    EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED
    EOWNERDEAD ENOTRECOVERABLE ERFKILL EHWPOISON
    """.split { $0.isWhitespace }
}
