import ExtensibleStructs
import Glibc
import Testing

@Suite("Error numbers")
struct ErrnoTests {
  /// The C library's own numbers.
  static let library: [(name: String, number: Int32)] = [
    ("EPERM", Glibc.EPERM), ("ENOENT", Glibc.ENOENT), ("ESRCH", Glibc.ESRCH), ("EINTR", Glibc.EINTR),
    ("EIO", Glibc.EIO), ("ENXIO", Glibc.ENXIO), ("E2BIG", Glibc.E2BIG), ("EBADF", Glibc.EBADF),
    ("EAGAIN", Glibc.EAGAIN), ("ENOMEM", Glibc.ENOMEM), ("EACCES", Glibc.EACCES), ("EFAULT", Glibc.EFAULT),
    ("EBUSY", Glibc.EBUSY), ("EEXIST", Glibc.EEXIST), ("ENODEV", Glibc.ENODEV), ("ENOTDIR", Glibc.ENOTDIR),
    ("EINVAL", Glibc.EINVAL), ("EMFILE", Glibc.EMFILE), ("ENOTTY", Glibc.ENOTTY), ("ENOSPC", Glibc.ENOSPC),
    ("ERANGE", Glibc.ERANGE), ("ENOSYS", Glibc.ENOSYS), ("EOPNOTSUPP", Glibc.EOPNOTSUPP),
    ("ENOBUFS", Glibc.ENOBUFS),
  ]

  @Test(arguments: library)
  func `are the C library's`(name: String, number: Int32) {
    #expect(LinuxErrno(name: name)?.rawValue == number)
    #expect(LinuxErrno(rawValue: number).name == name)
    #expect(LinuxErrno(rawValue: number).description == name)
  }

  @Test func `one without a name keeps its number`() {
    #expect(LinuxErrno(rawValue: 134).description == "errno 134" && LinuxErrno(rawValue: 134).name == nil)
    #expect(Optional(LinuxErrno(rawValue: 134)).words == "errno 134")
    #expect(LinuxErrno(name: "EWHAT") == nil && LinuxErrno(name: "einval") == nil)
  }

  @Test func `no errno is a success`() {
    #expect(LinuxErrno?.none.words == "OK" && Optional(LinuxErrno.E2BIG).words == "E2BIG")
  }

  @Test func `a rejection is one line`() {
    #expect(Rejection(.tail, .E2BIG, at: 51).description == "E2BIG: non-zero tail at byte 51")
    #expect(Set(Checks.Step.Name.allCases.map(\.rawValue)).count == Checks.Step.Name.allCases.count)
  }
}
