internal import ExtensibleStructs
internal import KernelInterfaces

/// What calls need, made when the first one asks for it: memory, descriptors, virtual machines.
final class CallResources {
  private var memories: [CallShape.Value: Mapping] = [:]
  private var files: [CallShape.File: OpenFile] = [:]
  private var machines: [CallShape.File: VM] = [:]
  private var word: Mapping?

  /// A descriptor that closes itself and can be kept in a table.
  private final class OpenFile {
    let descriptor: FileDescriptor
    init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
  }

  /// A value as an argument or a member holds it: the integer itself, an address, or a descriptor.
  ///
  /// - Throws: if there is no memory for it, or its file cannot be had.
  func integer(_ value: CallShape.Value) throws -> UInt64 {
    switch value {
    case .constant(let integer): integer
    case .string(let text): try address(of: value, holding: Array(text.utf8) + [0])
    case .bytes(let bytes): try address(of: value, holding: bytes)
    case .room(let count): try address(of: value, holding: [], count: count)
    case .file(let file): UInt64(bitPattern: Int64(try descriptor(of: file)))
    }
  }

  /// The address of a value's bytes: the beginning of a page, the same one each time.
  private func address(
    of value: CallShape.Value, holding bytes: [UInt8], count: Int = 0
  ) throws(SystemError) -> UInt64 {
    if let memory = memories[value] { return memory.address }
    let memory = try Mapping(length: max(1, bytes.count, count))
    try memory.write(bytes, at: 0)
    memories[value] = memory
    return memory.address
  }

  /// The word that a size is read from and written to.
  func sizeWord() throws(SystemError) -> Mapping {
    if let word { return word }
    let made = try Mapping(length: 8)
    word = made
    return made
  }

  /// The number of a file's descriptor, which stays open for as long as these resources.
  func descriptor(of file: CallShape.File) throws -> Int32 {
    switch file {
    case .path(let path, let isWritable):
      // O_CLOEXEC, with O_RDWR where it is asked for.
      try opened(file, "open(\(path))") { () throws(Errno) in
        try Syscalls.open(path, 0o2000000 | (isWritable ? 2 : 0))
      }
    case .thisProcess: try opened(file, "pidfd_open") { () throws(Errno) in try Syscalls.pidfdOpenSelf() }
    case .virtualMachine(let interrupts): try machine(file, interrupts: interrupts)
    case .unavailable(let reason): throw RunningKernel.CallError.unavailable(reason)
    }
  }

  private func opened(
    _ file: CallShape.File, _ operation: String, _ open: () throws(Errno) -> Int32
  ) throws(SystemError) -> Int32 {
    if let known = files[file] { return known.descriptor.rawValue }
    let made = OpenFile(FileDescriptor(owning: try SystemError.naming(operation, open)))
    files[file] = made
    return made.descriptor.rawValue
  }

  private func machine(_ file: CallShape.File, interrupts: Bool) throws(KVMError) -> Int32 {
    if let vm = machines[file] { return vm.descriptor.rawValue }
    let kvm = try KVM()
    let vm = try KVMError.wrapping { () throws(SystemError) in try kvm.createVM() }
    #if arch(x86_64)
      if interrupts {
        do throws(Errno) { _ = try vm.ioctl(KVMIoctl.createInterruptChip.rawValue, at: 0) } catch {
          throw .system(SystemError("ioctl(KVM_CREATE_IRQCHIP)", error))
        }
      }
    #endif
    machines[file] = vm
    return vm.descriptor.rawValue
  }

  /// Forgets a virtual machine, so that what a call set up in it does not meet the next one.
  func discardMachine(_ file: CallShape.File) { machines[file] = nil }
}
