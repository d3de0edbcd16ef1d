package import ExtensibleStructs
internal import Glibc
package import LinuxSystem

extension FileDescriptor {
  /// Whether a number is open in this thread's table.
  package static func isOpen(_ number: Int32) -> Bool {
    // Takes the number for an owner only as long as it is asked.
    let file = FileDescriptor(owning: number)
    let isOpen = file.isOpen()
    _ = file.take()
    return isOpen
  }

  /// How many descriptors are open in this thread's table. Count inside `withPrivateDescriptors`, where no
  /// other test opens any.
  package static func openCount() -> Int { (0..<4096).count { isOpen($0) } }
}

/// What tells one file from another.
package struct FileIdentity: Equatable {
  var device: UInt
  var inode: UInt
}

/// Which file has this number in the calling thread's table, nil if none has.
package func identity(of number: Int32) -> FileIdentity? {
  var status = stat()
  // Sound: `status` is there for the call to fill.
  guard unsafe fstat(number, &status) == 0 else { return nil }
  return FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
}
/// The errno that a call throws, or nil if it throws none.
package func errno<R: ~Copyable>(of body: () throws(SystemError) -> R) -> LinuxErrno? {
  do { _ = try body() } catch { return error.errno }
  return nil
}
