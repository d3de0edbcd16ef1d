extension LinuxErrno: CustomStringConvertible {
  /// The C name, such as `EINVAL`; `errno 134` for a number that has none here.
  public var description: String { name ?? "errno \(rawValue)" }

  /// The C name, such as `EINVAL`, or nil for a number that has none here.
  public var name: String? { LinuxErrno.named.first { $0.errno == self }?.name }

  /// The errno with this C name, or nil if the name is not one of those here.
  public init?(name: String) {
    guard let row = LinuxErrno.named.first(where: { $0.name == name }) else { return nil }
    self = row.errno
  }

  private static let named: [(name: String, errno: LinuxErrno)] = [
    ("EPERM", .EPERM), ("ENOENT", .ENOENT), ("ESRCH", .ESRCH), ("EINTR", .EINTR), ("EIO", .EIO),
    ("ENXIO", .ENXIO), ("E2BIG", .E2BIG), ("EBADF", .EBADF), ("EAGAIN", .EAGAIN), ("ENOMEM", .ENOMEM),
    ("EACCES", .EACCES), ("EFAULT", .EFAULT), ("EBUSY", .EBUSY), ("EEXIST", .EEXIST), ("ENODEV", .ENODEV),
    ("ENOTDIR", .ENOTDIR), ("EISDIR", .EISDIR), ("EINVAL", .EINVAL), ("EMFILE", .EMFILE), ("ENOTTY", .ENOTTY),
    ("ENOSPC", .ENOSPC), ("ERANGE", .ERANGE), ("ENOSYS", .ENOSYS), ("ENOMSG", .ENOMSG),
    ("EOVERFLOW", .EOVERFLOW),
    ("EBADFD", .EBADFD), ("ENOPROTOOPT", .ENOPROTOOPT), ("EOPNOTSUPP", .EOPNOTSUPP), ("ENOBUFS", .ENOBUFS),
    ("ETIMEDOUT", .ETIMEDOUT),
  ]
}
