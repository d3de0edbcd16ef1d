internal import ExtensibleStructs

/// The owner of a run of mapped pages: it unmaps them when it goes.
///
/// What it owns never changes, so threads may share it. The bytes are another matter: the kernel and a guest
/// write them at any time, and a read meets whatever each byte holds at that moment.
package final class Mapping: Sendable {
  /// What may be done to a range of pages.
  package enum Access: Hashable, Sendable {
    /// Every access faults.
    case none
    /// Writing faults.
    case readOnly
    /// Nothing faults.
    case readWrite
  }

  /// The address of the first byte.
  package let address: UInt64
  /// The number of bytes, whole pages.
  package let length: Int
  /// Whether it was asked to lie below 4 GiB.
  package let isLow: Bool

  /// Maps at least `length` bytes of private zeroed memory.
  ///
  /// - Parameter isLow: whether it has to lie below 4 GiB, where a 32-bit program's memory is. The corresponding C flag
  ///   is `MAP_32BIT`, which x86_64 has.
  /// - Throws: EINVAL if `length` is not positive, ENOMEM if there is no room.
  ///
  /// The corresponding C function is `mmap` with `MAP_PRIVATE | MAP_ANONYMOUS`.
  package convenience init(length: Int, isLow: Bool = false) throws(SystemError) {
    try self.init(length: length, descriptor: nil, isLow: isLow)
  }

  /// Maps the first `length` bytes of a file, shared with all who map it.
  ///
  /// - Throws: what the kernel answered, such as ENODEV if the file cannot be mapped.
  ///
  /// The corresponding C function is `mmap` with `MAP_SHARED`.
  package convenience init(sharing file: borrowing FileDescriptor, length: Int) throws(SystemError) {
    try self.init(length: length, descriptor: file.rawValue, isLow: false)
  }

  private init(length: Int, descriptor: Int32?, isLow: Bool) throws(SystemError) {
    let page = Syscalls.pageSize
    guard length > 0, length <= Int.max - page else { throw SystemError("mmap(\(length))", .EINVAL) }
    let whole = (length + page - 1) / page * page
    self.length = whole
    self.isLow = isLow
    address = try SystemError.naming("mmap(\(whole))") { () throws(LinuxErrno) in
      try Syscalls.mmap(length: whole, descriptor: descriptor, isLow: isLow)
    }
  }

  /// The corresponding C function is `munmap`.
  deinit { try? Syscalls.munmap(address, length: length) }

  /// The size of a page, in bytes.
  ///
  /// The corresponding C function is `sysconf` with `_SC_PAGESIZE`.
  package static var pageSize: Int { Syscalls.pageSize }

  /// Says what may be done to a range of whole pages.
  ///
  /// - Throws: EFAULT if the range leaves the mapping, EINVAL if it does not start on a page.
  ///
  /// The corresponding C function is `mprotect`.
  package func protect(_ range: Range<Int>, _ access: Access) throws(SystemError) {
    try check(at: range.lowerBound, count: range.count, "mprotect")
    try SystemError.naming("mprotect(\(range))") { () throws(LinuxErrno) in
      try Syscalls.mprotect(address + UInt64(range.lowerBound), length: range.count, access)
    }
  }
}
