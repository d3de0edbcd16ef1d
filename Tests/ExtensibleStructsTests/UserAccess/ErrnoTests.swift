import CUAPI
import ExtensibleStructs
import Glibc
import Testing

@Suite("Error numbers")
struct ErrnoTests {
  /// Every constant, and the number that the C compiler reads in `errno.h`.
  static let header: [(LinuxErrno, Int32)] = [
    (.EPERM, Glibc.EPERM), (.ENOENT, Glibc.ENOENT), (.ESRCH, Glibc.ESRCH), (.EINTR, Glibc.EINTR),
    (.EIO, Glibc.EIO), (.ENXIO, Glibc.ENXIO), (.E2BIG, Glibc.E2BIG), (.ENOEXEC, Glibc.ENOEXEC),
    (.EBADF, Glibc.EBADF), (.ECHILD, Glibc.ECHILD), (.EAGAIN, Glibc.EAGAIN), (.ENOMEM, Glibc.ENOMEM),
    (.EACCES, Glibc.EACCES), (.EFAULT, Glibc.EFAULT), (.ENOTBLK, Glibc.ENOTBLK), (.EBUSY, Glibc.EBUSY),
    (.EEXIST, Glibc.EEXIST), (.EXDEV, Glibc.EXDEV), (.ENODEV, Glibc.ENODEV), (.ENOTDIR, Glibc.ENOTDIR),
    (.EISDIR, Glibc.EISDIR), (.EINVAL, Glibc.EINVAL), (.ENFILE, Glibc.ENFILE), (.EMFILE, Glibc.EMFILE),
    (.ENOTTY, Glibc.ENOTTY), (.ETXTBSY, Glibc.ETXTBSY), (.EFBIG, Glibc.EFBIG), (.ENOSPC, Glibc.ENOSPC),
    (.ESPIPE, Glibc.ESPIPE), (.EROFS, Glibc.EROFS), (.EMLINK, Glibc.EMLINK), (.EPIPE, Glibc.EPIPE),
    (.EDOM, Glibc.EDOM), (.ERANGE, Glibc.ERANGE), (.EDEADLK, Glibc.EDEADLK),
    (.ENAMETOOLONG, Glibc.ENAMETOOLONG), (.ENOLCK, Glibc.ENOLCK), (.ENOSYS, Glibc.ENOSYS),
    (.ENOTEMPTY, Glibc.ENOTEMPTY), (.ELOOP, Glibc.ELOOP), (.ENOMSG, Glibc.ENOMSG), (.EIDRM, Glibc.EIDRM),
    (.ECHRNG, Glibc.ECHRNG), (.EL2NSYNC, Glibc.EL2NSYNC), (.EL3HLT, Glibc.EL3HLT), (.EL3RST, Glibc.EL3RST),
    (.ELNRNG, Glibc.ELNRNG), (.EUNATCH, Glibc.EUNATCH), (.ENOCSI, Glibc.ENOCSI), (.EL2HLT, Glibc.EL2HLT),
    (.EBADE, Glibc.EBADE), (.EBADR, Glibc.EBADR), (.EXFULL, Glibc.EXFULL), (.ENOANO, Glibc.ENOANO),
    (.EBADRQC, Glibc.EBADRQC), (.EBADSLT, Glibc.EBADSLT), (.EBFONT, Glibc.EBFONT), (.ENOSTR, Glibc.ENOSTR),
    (.ENODATA, Glibc.ENODATA), (.ETIME, Glibc.ETIME), (.ENOSR, Glibc.ENOSR), (.ENONET, Glibc.ENONET),
    (.ENOPKG, Glibc.ENOPKG), (.EREMOTE, Glibc.EREMOTE), (.ENOLINK, Glibc.ENOLINK), (.EADV, Glibc.EADV),
    (.ESRMNT, Glibc.ESRMNT), (.ECOMM, Glibc.ECOMM), (.EPROTO, Glibc.EPROTO), (.EMULTIHOP, Glibc.EMULTIHOP),
    (.EDOTDOT, Glibc.EDOTDOT), (.EBADMSG, Glibc.EBADMSG), (.EOVERFLOW, Glibc.EOVERFLOW),
    (.ENOTUNIQ, Glibc.ENOTUNIQ), (.EBADFD, Glibc.EBADFD), (.EREMCHG, Glibc.EREMCHG),
    (.ELIBACC, Glibc.ELIBACC), (.ELIBBAD, Glibc.ELIBBAD), (.ELIBSCN, Glibc.ELIBSCN),
    (.ELIBMAX, Glibc.ELIBMAX), (.ELIBEXEC, Glibc.ELIBEXEC), (.EILSEQ, Glibc.EILSEQ),
    (.ERESTART, Glibc.ERESTART), (.ESTRPIPE, Glibc.ESTRPIPE), (.EUSERS, Glibc.EUSERS),
    (.ENOTSOCK, Glibc.ENOTSOCK), (.EDESTADDRREQ, Glibc.EDESTADDRREQ), (.EMSGSIZE, Glibc.EMSGSIZE),
    (.EPROTOTYPE, Glibc.EPROTOTYPE), (.ENOPROTOOPT, Glibc.ENOPROTOOPT),
    (.EPROTONOSUPPORT, Glibc.EPROTONOSUPPORT), (.ESOCKTNOSUPPORT, Glibc.ESOCKTNOSUPPORT),
    (.EOPNOTSUPP, Glibc.EOPNOTSUPP), (.EPFNOSUPPORT, Glibc.EPFNOSUPPORT),
    (.EAFNOSUPPORT, Glibc.EAFNOSUPPORT), (.EADDRINUSE, Glibc.EADDRINUSE),
    (.EADDRNOTAVAIL, Glibc.EADDRNOTAVAIL), (.ENETDOWN, Glibc.ENETDOWN), (.ENETUNREACH, Glibc.ENETUNREACH),
    (.ENETRESET, Glibc.ENETRESET), (.ECONNABORTED, Glibc.ECONNABORTED), (.ECONNRESET, Glibc.ECONNRESET),
    (.ENOBUFS, Glibc.ENOBUFS), (.EISCONN, Glibc.EISCONN), (.ENOTCONN, Glibc.ENOTCONN),
    (.ESHUTDOWN, Glibc.ESHUTDOWN), (.ETOOMANYREFS, Glibc.ETOOMANYREFS), (.ETIMEDOUT, Glibc.ETIMEDOUT),
    (.ECONNREFUSED, Glibc.ECONNREFUSED), (.EHOSTDOWN, Glibc.EHOSTDOWN), (.EHOSTUNREACH, Glibc.EHOSTUNREACH),
    (.EALREADY, Glibc.EALREADY), (.EINPROGRESS, Glibc.EINPROGRESS), (.ESTALE, Glibc.ESTALE),
    (.EUCLEAN, Glibc.EUCLEAN), (.ENOTNAM, Glibc.ENOTNAM), (.ENAVAIL, Glibc.ENAVAIL),
    (.EISNAM, Glibc.EISNAM), (.EREMOTEIO, Glibc.EREMOTEIO), (.EDQUOT, Glibc.EDQUOT),
    (.ENOMEDIUM, Glibc.ENOMEDIUM), (.EMEDIUMTYPE, Glibc.EMEDIUMTYPE), (.ECANCELED, Glibc.ECANCELED),
    (.ENOKEY, Glibc.ENOKEY), (.EKEYEXPIRED, Glibc.EKEYEXPIRED), (.EKEYREVOKED, Glibc.EKEYREVOKED),
    (.EKEYREJECTED, Glibc.EKEYREJECTED), (.EOWNERDEAD, Glibc.EOWNERDEAD),
    (.ENOTRECOVERABLE, Glibc.ENOTRECOVERABLE), (.ERFKILL, Glibc.ERFKILL), (.EHWPOISON, Glibc.EHWPOISON),
    (.EWOULDBLOCK, Glibc.EWOULDBLOCK), (.EDEADLOCK, Glibc.EDEADLOCK), (.ENOTSUP, Glibc.ENOTSUP),
  ]

  @Test func `constants are the numbers of the C header`() {
    for (errno, number) in Self.header { #expect(errno.rawValue == number) }
  }

  @Test func `numbers have the names that the C library gives them`() {
    var names = 0
    for number in Int32(1)...4095 {
      let name = unsafe cuapi_errno_name(number).map { unsafe String(cString: $0) }
      names += name == nil ? 0 : 1
      #expect(LinuxErrno(rawValue: number).name == name)
      if let name {
        #expect(LinuxErrno(name: name)?.rawValue == number)
        #expect("\(LinuxErrno(rawValue: number))" == name)
      }
    }
    // 1 to 133, but for 41 and 58.
    #expect(names == 131 && Self.header.count == names + 3)
  }

  @Test(arguments: [("EWOULDBLOCK", "EAGAIN"), ("EDEADLOCK", "EDEADLK"), ("ENOTSUP", "EOPNOTSUPP")])
  func `a second name is the same number`(second: String, first: String) {
    #expect(LinuxErrno(name: second) != nil && LinuxErrno(name: second) == LinuxErrno(name: first))
    #expect(LinuxErrno(name: second)?.description == first)
  }

  @Test func `one without a name keeps its number`() {
    #expect(LinuxErrno(rawValue: 134).description == "errno 134" && LinuxErrno(rawValue: 134).name == nil)
    #expect(Optional(LinuxErrno(rawValue: 134)).words == "errno 134")
    for wrong in ["EWHAT", "einval", "", "-", " EPERM"] { #expect(LinuxErrno(name: wrong) == nil) }
    for number in [0, -1, 41, 58, .min, .max] as [Int32] {
      #expect(LinuxErrno(rawValue: number).description == "errno \(number)")
    }
  }

  @Test func `no errno is a success`() {
    #expect(LinuxErrno?.none.words == "OK" && Optional(LinuxErrno.E2BIG).words == "E2BIG")
  }

  @Test func `a rejection is one line`() {
    #expect(Rejection(.tail, .E2BIG, at: 51).description == "E2BIG: non-zero tail at byte 51")
    #expect(Set(Checks.Step.Name.allCases.map(\.rawValue)).count == Checks.Step.Name.allCases.count)
  }
}
