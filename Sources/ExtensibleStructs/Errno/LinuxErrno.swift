/// The error number of a failed call, positive, as user space sees it in `errno`.
///
/// The values are Linux's generic ones (`asm-generic/errno-base.h` and `errno.h`), the same on x86_64 and
/// aarch64; alpha, mips, parisc and sparc number those from 35 on otherwise. They are listed here, and are not
/// imported, so that the core depends on no C library.
public struct LinuxErrno: RawRepresentable, Hashable, Sendable, Error {
  /// The number, such as 22 for `EINVAL`.
  public var rawValue: Int32

  /// Makes an errno from its number; a number without a name here is kept as it is.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }
}
