import ExtensibleStructs
import Glibc
import LinuxSystem
import Testing

@Suite("Errors of the system")
struct SystemErrorTests {
  @Test(
    "say what was asked, the errno by text and name, and what to do",
    arguments: [
      ("open(/x)", ENOENT, "open(/x): No such file or directory (ENOENT)"),
      ("open(/x)", ETXTBSY, "open(/x): Text file busy (ETXTBSY)"),
      // Linux has no errno of this number.
      ("open(/x)", 41, "open(/x): Unknown error 41 (errno 41)"),
      (
        "open(/dev/kvm)", EACCES,
        "open(/dev/kvm): Permission denied (EACCES); join the group that owns /dev/kvm (often kvm), or run as root"
      ),
      ("ioctl(KVM_RUN)", EBADF, "ioctl(KVM_RUN): Bad file descriptor (EBADF); the descriptor is not open"),
    ])
  func description(operation: String, errno: Int32, text: String) {
    #expect(SystemError(operation, LinuxErrno(rawValue: errno)).description == text)
  }

  @Test(
    "say what an errno means for a module",
    arguments: [
      ("/a.ko", ENOENT, "the modules before it"), ("/a.ko", ENOEXEC, "another kernel"),
      ("/a.ko", EOPNOTSUPP, "the processor"), ("/a.ko.xz", EOPNOTSUPP, "CONFIG_MODULE_DECOMPRESS"),
      ("/a.ko", ENOMEM, "free memory"), ("/a.ko", EPERM, nil),
    ] as [(String, Int32, String?)])
  func module(path: String, errno: Int32, words: String?) {
    let advice = SystemError("finit_module(\(path))", LinuxErrno(rawValue: errno)).advice
    #expect((advice == nil) == (words == nil))
    if let words { #expect(advice?.contains(words) == true) }
  }
}
