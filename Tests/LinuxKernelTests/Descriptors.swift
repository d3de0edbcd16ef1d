import Glibc
import LinuxKernel

extension FileDescriptor {
  /// Whether a number is open in this thread's table.
  static func isOpen(_ number: Int32) -> Bool {
    // Takes the number for an owner only as long as it is asked.
    let file = FileDescriptor(owning: number)
    let isOpen = file.isOpen()
    _ = file.take()
    return isOpen
  }

  /// How many descriptors are open in this thread's table. Count inside `withPrivateDescriptors`, where no
  /// other test opens any.
  static func openCount() -> Int { (0..<4096).count { isOpen($0) } }
}

/// What tells one file from another.
struct FileIdentity: Equatable {
  var device: UInt
  var inode: UInt
}

/// Which file has this number in the calling thread's table, nil if none has.
func identity(of number: Int32) -> FileIdentity? {
  var status = stat()
  // Sound: `status` is there for the call to fill.
  guard unsafe fstat(number, &status) == 0 else { return nil }
  return FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
}
