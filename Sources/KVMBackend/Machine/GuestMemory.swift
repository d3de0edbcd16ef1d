package import LinuxSystem

/// Memory of this process for a guest to see: whole pages, zeroed, unmapped when the last owner goes.
///
/// A guest and the kernel write the bytes at any time, and a read meets whatever each byte holds at that moment.
package final class GuestMemory: Sendable {
  let mapping: Mapping

  /// Maps at least `length` bytes.
  ///
  /// - Throws: EINVAL if `length` is not positive, ENOMEM if there is no room.
  ///
  /// The corresponding C function is `mmap` with `MAP_PRIVATE | MAP_ANONYMOUS`.
  package init(length: Int) throws(SystemError) { mapping = try Mapping(length: length) }

  /// The number of bytes, whole pages.
  package var length: Int { mapping.length }

  /// A copy of `count` bytes from `offset` on.
  ///
  /// - Throws: EFAULT if the range leaves the memory.
  package func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try mapping.read(at: offset, count: count)
  }

  /// Puts `bytes` into the memory from `offset` on.
  ///
  /// - Throws: EFAULT if the range leaves the memory.
  package func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try mapping.write(bytes, at: offset)
  }
}
