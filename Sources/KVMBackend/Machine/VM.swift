package import ExtensibleStructs
package import LinuxSystem
internal import Synchronization

/// A virtual machine. It goes when this and its vCPUs have gone.
package final class VM: Sendable {
  let descriptor: FileDescriptor
  let vcpuMapSize: Int
  /// The memory that the slots set through `setMemory` show to the guest, kept for as long as they may.
  let memories = Mutex<[UInt32: GuestMemory]>([:])

  init(descriptor: consuming FileDescriptor, vcpuMapSize: Int) {
    self.descriptor = descriptor
    self.vcpuMapSize = vcpuMapSize
  }

  /// What the kernel answers for a capability of this machine: 0 if it lacks it.
  ///
  /// The corresponding C constant is `KVM_CHECK_EXTENSION`.
  package func checkExtension(_ capability: Capability) throws(SystemError) -> Int {
    Int(try descriptor.ioctl("KVM_CHECK_EXTENSION", KVMIoctl.checkExtension, UInt64(capability.rawValue)))
  }

  /// Makes one ioctl on raw memory, whatever its number. The errno is data; no error is thrown.
  ///
  /// A memory slot set this way shows the guest the address in its bytes, and nothing keeps what is there
  /// alive. Set memory that a guest will run on with `setMemory`.
  ///
  /// - Returns: what the kernel answered, nil for success.
  ///
  /// The corresponding C function is `ioctl`.
  package func ioctl(_ request: UInt32, _ memory: GuardedBuffer) -> LinuxErrno? {
    descriptor.ioctl(request, memory)
  }

  /// Makes one ioctl on whatever is at an address. The errno is data; no error is thrown.
  ///
  /// The corresponding C function is `ioctl`.
  package func ioctl(_ request: UInt32, at address: UInt64) -> LinuxErrno? {
    descriptor.ioctl(request, at: address)
  }

  /// Makes one ioctl on a copy of `bytes` with an unmapped byte behind it, and hands back what they became.
  ///
  /// - Returns: what the kernel answered, nil for success.
  /// - Throws: ENOMEM if there is no memory for the copy, EINVAL if `bytes` exceeds 16 MiB.
  ///
  /// The corresponding C function is `ioctl`.
  package func ioctl(_ request: UInt32, bytes: inout [UInt8]) throws(SystemError) -> LinuxErrno? {
    try descriptor.ioctl(request, bytes: &bytes)
  }

  /// Makes a file of guest memory.
  ///
  /// - Parameters:
  ///   - size: its size in bytes, whole pages.
  ///   - flags: bits that `Capability.guestMemfdFlags` names, 0 on the first kernels that had the call.
  /// - Throws: EINVAL for a size or a flag that the kernel refuses, ENOTTY if it has no such call.
  ///
  /// The corresponding C constant is `KVM_CREATE_GUEST_MEMFD`.
  package func createGuestMemfd(size: UInt64, flags: UInt64 = 0) throws(SystemError) -> GuestMemfd {
    var bytes = RegionBytes.guestMemfd(size: size, flags: flags)
    let number = try descriptor.ioctl(
      "KVM_CREATE_GUEST_MEMFD", KVMIoctl.createGuestMemfd, updating: &bytes)
    return GuestMemfd(owning: FileDescriptor(owning: number))
  }

  /// Reads and clears the log of a slot's written pages.
  ///
  /// - Parameters:
  ///   - slot: a slot set with dirty logging.
  ///   - pages: how many pages it has, at most 2^27.
  /// - Returns: the numbers of the pages written since the last time, from 0 at the slot's start, ascending.
  /// - Throws: ENOENT if the slot does not log, EINVAL if there can be no such slot or so many pages, EFAULT
  ///   if the slot has more pages than `pages`, rounded up to 64.
  ///
  /// The corresponding C constant is `KVM_GET_DIRTY_LOG`.
  package func dirtyLog(slot: UInt32, pages: Int) throws(SystemError) -> [Int] {
    guard 0...GuardedBuffer.limit * 8 ~= pages else {
      throw SystemError("dirty log of \(pages) pages", .EINVAL)
    }
    // The kernel writes whole 64-bit words.
    let bitmap = try GuardedBuffer([], mapped: (pages + 63) / 64 * 8)
    var bytes = RegionBytes.dirtyLog(slot: slot, bitmap: bitmap.address)
    _ = try descriptor.ioctl("KVM_GET_DIRTY_LOG", KVMIoctl.getDirtyLog, updating: &bytes)
    let bits = try bitmap.read()
    return (0..<bits.count * 8).filter { bits[$0 / 8] >> ($0 % 8) & 1 == 1 }
  }
}
