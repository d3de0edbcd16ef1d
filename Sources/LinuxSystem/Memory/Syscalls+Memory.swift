internal import CLinux
internal import ExtensibleStructs
internal import Glibc

extension Syscalls {
  /// Maps memory; `descriptor` nil asks for private zeroed memory, else for the file's pages, shared. `isLow` asks
  /// for addresses below 4 GiB.
  static func mmap(length: Int, descriptor: Int32?, isLow: Bool) throws(LinuxErrno) -> UInt64 {
    let low: Int32 = isLow ? 0x40 : 0  // MAP_32BIT
    let flags = low | (descriptor == nil ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED)
    let address = try call(
      clinux_SYS_mmap, 0, UInt64(length), (PROT_READ | PROT_WRITE).word, flags.word, (descriptor ?? -1).word,
      0)
    return UInt64(address)
  }

  static func munmap(_ address: UInt64, length: Int) throws(LinuxErrno) {
    _ = try call(clinux_SYS_munmap, address, UInt64(length))
  }

  static func mprotect(_ address: UInt64, length: Int, _ access: Mapping.Access) throws(LinuxErrno) {
    let bits =
      switch access {
      case .none: PROT_NONE
      case .readOnly: PROT_READ
      case .readWrite: PROT_READ | PROT_WRITE
      }
    _ = try call(clinux_SYS_mprotect, address, UInt64(length), bits.word)
  }

  /// The size of a page, in bytes.
  static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

  /// Makes a descriptor that reports page faults, also those of the kernel itself.
  static func userfaultfd() throws(LinuxErrno) -> Int32 {
    Int32(try call(clinux_SYS_userfaultfd, UInt64(O_CLOEXEC | O_NONBLOCK)))
  }
}
