internal import ExtensibleStructs

/// What calls need and what is made when the first one asks for it: a virtual machine.
final class CallResources {
  private var machine: VM?

  /// Makes one ioctl of a virtual machine that has no memory yet.
  ///
  /// - Parameters:
  ///   - address: of the struct.
  ///   - returnsDescriptor: whether success is a new descriptor, which is closed again.
  /// - Throws: ``KVMError`` if there can be no machine.
  func ioctl(
    _ command: IoctlNumber, at address: UInt64, returnsDescriptor: Bool
  ) throws(KVMError) -> Errno? {
    let vm: VM
    if let machine { vm = machine } else { vm = try newMachine() }
    machine = vm
    do throws(Errno) {
      let answer = try vm.ioctl(command.rawValue, at: address)
      if returnsDescriptor { _ = FileDescriptor(owning: answer) }
    } catch { return error }
    // What the call set up must not meet the next one.
    machine = nil
    return nil
  }

  private func newMachine() throws(KVMError) -> VM {
    let kvm = try KVM()
    return try KVMError.wrapping { () throws(SystemError) in try kvm.createVM() }
  }
}
