package import ExtensibleStructs
package import LinuxSystem

/// KVM's system descriptor: the door to virtual machines.
package final class KVM: Sendable {
  /// The version of the interface that this package speaks, and every kernel since 2007.
  package static let apiVersion: Int32 = 12

  let descriptor: FileDescriptor

  /// Opens KVM and checks its version.
  ///
  /// - Parameter path: the device.
  /// - Throws: `KVMError.system` with what `open` or the first ioctl answered, `KVMError.wrongAPIVersion` for
  ///   a version other than 12.
  ///
  /// The corresponding C functions are `open` and `ioctl` with `KVM_GET_API_VERSION`.
  package convenience init(path: String = "/dev/kvm") throws(KVMError) {
    let descriptor = try KVMError.wrapping { () throws(SystemError) in try FileDescriptor(opening: path) }
    self.init(descriptor: descriptor)
    let version = try KVMError.wrapping { () throws(SystemError) in try readAPIVersion() }
    guard version == Self.apiVersion else { throw .wrongAPIVersion(version) }
  }

  init(descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

  /// The version of the interface.
  ///
  /// - Throws: ENOTTY if the descriptor is not KVM's.
  ///
  /// The corresponding C constant is `KVM_GET_API_VERSION`.
  package func readAPIVersion() throws(SystemError) -> Int32 {
    try descriptor.ioctl("KVM_GET_API_VERSION", KVMIoctl.getAPIVersion)
  }

  /// What the kernel answers for a capability: 0 if it lacks it.
  ///
  /// The corresponding C constant is `KVM_CHECK_EXTENSION`.
  package func checkExtension(_ capability: Capability) throws(SystemError) -> Int {
    Int(try descriptor.ioctl("KVM_CHECK_EXTENSION", KVMIoctl.checkExtension, UInt64(capability.rawValue)))
  }

  /// Makes a virtual machine without memory and without a processor.
  ///
  /// - Parameter type: the machine's type, 0 for the ordinary one.
  /// - Throws: EINVAL for a type that this kernel lacks.
  ///
  /// The corresponding C constant is `KVM_CREATE_VM`.
  package func createVM(type: UInt64 = 0) throws(SystemError) -> VM {
    let mapSize = Int(try descriptor.ioctl("KVM_GET_VCPU_MMAP_SIZE", KVMIoctl.getVCPUMapSize))
    let number = try descriptor.ioctl("KVM_CREATE_VM", KVMIoctl.createVM, type)
    return VM(descriptor: FileDescriptor(owning: number), vcpuMapSize: mapSize)
  }

  /// Makes one ioctl on raw memory. The errno is data; no error is thrown.
  ///
  /// - Returns: what the kernel answered, nil for success.
  ///
  /// The corresponding C function is `ioctl`.
  package func ioctl(_ request: UInt32, _ memory: GuardedBuffer) -> LinuxErrno? {
    descriptor.ioctl(request, memory)
  }
}
