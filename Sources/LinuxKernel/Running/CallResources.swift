internal import ExtensibleStructs

/// What calls need and what is made when the first one asks for it: memory, descriptors, a virtual machine.
final class CallResources {
  /// What lies where in the memory that calls may point at.
  enum Place: Int {
    /// A C string of no characters.
    case emptyPath = 0
    /// The C string `/`.
    case root = 16
    /// A futex that holds 1.
    case futex = 32
    /// A moment that has passed.
    case deadline = 48
    /// The word that a size is read from and written to.
    case size = 64
    /// Where counts may be written.
    case counts = 128
    /// Where anything may be written.
    case buffer = 0x1000
    /// A page for a guest.
    case guestMemory = 0x2000
  }

  /// The length of `Place.buffer`, in bytes.
  static let bufferSize = 0x1000

  private var memory: Mapping?
  private var machines: [Bool: VM] = [:]
  private var files: [String: OpenFile] = [:]

  /// A descriptor that closes itself and can be kept in a table.
  final class OpenFile {
    let descriptor: FileDescriptor
    var rawValue: Int32 { descriptor.rawValue }
    init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
  }

  /// The address of a place.
  func address(of place: Place) throws(SystemError) -> UInt64 {
    try prepared().address + UInt64(place.rawValue)
  }

  private func prepared() throws(SystemError) -> Mapping {
    if let memory { return memory }
    let made = try Mapping(length: 0x3000)
    try made.write([UInt8(ascii: "/")], at: Place.root.rawValue)
    try made.write([1], at: Place.futex.rawValue)
    try made.write([0, 0, 0, 0, 0, 0, 0, 0, 1], at: Place.deadline.rawValue)
    memory = made
    return made
  }

  /// A file, opened for reading when it is first asked for.
  func file(_ path: String) throws(SystemError) -> OpenFile {
    try file(path, "open(\(path))") { () throws(Errno) in try Syscalls.open(path, 0o2000000) }
  }

  /// A descriptor of this process.
  func process() throws(SystemError) -> OpenFile {
    try file("pidfd", "pidfd_open") { () throws(Errno) in try Syscalls.pidfdOpenSelf() }
  }

  private func file(
    _ key: String, _ operation: String, _ open: () throws(Errno) -> Int32
  ) throws(SystemError) -> OpenFile {
    if let file = files[key] { return file }
    let file = OpenFile(FileDescriptor(owning: try SystemError.naming(operation, open)))
    files[key] = file
    return file
  }

  /// Makes an ioctl whose number holds the size; one that does not fit its 14 bits makes no number at all.
  func infoIoctl(
    _ file: OpenFile, _ direction: IoctlNumber.Direction, type: UInt8, number: UInt8,
    _ given: LinuxCall.Arguments
  ) -> LinuxCall.Answer {
    guard let size = Int(exactly: given.usize),
      let command = IoctlNumber(direction, type: type, number: number, size: size)
    else { return LinuxCall.Answer(errno: .ENOTTY) }
    return LinuxCall.Answer.of { () throws(Errno) in
      Int64(try Syscalls.ioctl(file.rawValue, command.rawValue, given.address))
    }
  }

  /// Lists the active security modules; the size goes through its own word.
  func listModules(_ given: LinuxCall.Arguments) throws(SystemError) -> LinuxCall.Answer {
    let memory = try prepared()
    let word = Place.size.rawValue
    try memory.write((0..<4).map { UInt8(truncatingIfNeeded: given.usize >> (8 * $0)) }, at: word)
    let address = try address(of: .size)
    var answer = LinuxCall.Answer.of { () throws(Errno) in
      try Syscalls.lsmListModules(given.address, size: address, flags: given.flags)
    }
    answer.usize = UInt64(try memory.load(UInt32.self, at: word))
    return answer
  }

  /// Makes one ioctl of a virtual machine that has no memory yet.
  ///
  /// - Parameters:
  ///   - address: of the struct.
  ///   - product: what success leaves behind, which is closed again.
  ///   - interrupts: whether the machine has to have an interrupt controller.
  /// - Throws: if there can be no machine, or no thread for what would stay open.
  func machineIoctl(
    _ command: IoctlNumber, at address: UInt64, makes product: LinuxCall.Product, interrupts: Bool
  ) throws -> Errno? {
    let vm = try machines[interrupts] ?? newMachine(interrupts: interrupts)
    machines[interrupts] = vm
    var errno: Errno?
    switch product {
    case .nothing: errno = LinuxCall.ioctl(vm, command, at: address)
    case .descriptor:
      do throws(Errno) {
        let answer = try vm.ioctl(command.rawValue, at: address)
        _ = FileDescriptor(owning: answer)
      } catch { errno = error }
    case .hiddenDescriptor:
      errno = try withPrivateDescriptors { LinuxCall.ioctl(vm, command, at: address) }
    }
    // What the call set up must not meet the next one.
    if errno == nil { machines[interrupts] = nil }
    return errno
  }

  private func newMachine(interrupts: Bool) throws(KVMError) -> VM {
    let kvm = try KVM()
    let vm = try KVMError.wrapping { () throws(SystemError) in try kvm.createVM() }
    #if arch(x86_64)
      if interrupts, let errno = LinuxCall.ioctl(vm, KVMIoctl.createInterruptChip, at: 0) {
        throw .system(SystemError("ioctl(KVM_CREATE_IRQCHIP)", errno))
      }
    #endif
    return vm
  }
}

extension LinuxCall {
  /// Makes an ioctl of a machine whose result means nothing beyond success.
  static func ioctl(_ vm: VM, _ command: IoctlNumber, at address: UInt64) -> Errno? {
    do throws(Errno) { _ = try vm.ioctl(command.rawValue, at: address) } catch { return error }
    return nil
  }
}
