import ExtensibleStructs
package import KernelInterfaces
package import LinuxSystem

/// What calls need, made when the first one asks for it: memory, descriptors, virtual machines.
package final class CallResources {
  private var memories: [CallShape.Value: Mapping] = [:]
  private var files: [CallShape.File: OpenFile] = [:]
  private var word: Mapping?
  /// Whether memory has to lie below 4 GiB.
  private let isLow: Bool

  /// Opens and maps nothing until a call asks for it.
  init(isLow: Bool) { self.isLow = isLow }

  /// A descriptor that closes itself and can be kept in a table.
  private final class OpenFile {
    let descriptor: FileDescriptor
    init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
  }

  /// A value as an argument or a member holds it: the integer itself, an address, or a descriptor.
  ///
  /// - Throws: if there is no memory for it, or its file cannot be had.
  package func integer(_ value: CallShape.Value) throws -> UInt64 {
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
    let memory = try Mapping(length: max(1, bytes.count, count), isLow: isLow)
    try memory.write(bytes, at: 0)
    memories[value] = memory
    return memory.address
  }

  /// The word that a size is read from and written to.
  package func sizeWord() throws(SystemError) -> Mapping {
    if let word { return word }
    let made = try Mapping(length: 8, isLow: isLow)
    word = made
    return made
  }

  /// The number of a file's descriptor, which stays open for as long as these resources.
  package func descriptor(of file: CallShape.File) throws -> Int32 {
    switch file {
    case .path(let path, let isWritable):
      try opened(file) { () throws(SystemError) in
        try FileDescriptor(opening: path, isWritable ? .readWrite : .readOnly)
      }
    case .thisProcess:
      try opened(file) { () throws(SystemError) in
        FileDescriptor(
          owning: try SystemError.naming("pidfd_open") { () throws(LinuxErrno) in try Syscalls.pidfdOpenSelf()
          })
      }
    case .virtualMachine(let interrupts, let timer):
      try opened(file) { () throws(SystemError) in try .virtualMachine(interrupts: interrupts, timer: timer) }
    case .virtualProcessor: try opened(file) { () throws(SystemError) in try .virtualProcessor() }
    case .ring: try opened(file) { () throws(SystemError) in try .ring() }
    case .seccompListener: try opened(file) { () throws(SystemError) in try .seccompListener() }
    case .mountNamespace(let isNext):
      // Both are kept: the first is made before the next one, and has one behind it.
      try [false, true].map { next in
        try opened(.mountNamespace(isNext: next)) { () throws(SystemError) in try .mountNamespace() }
      }[isNext ? 1 : 0]
    case .epoll: try opened(file) { () throws(SystemError) in try .epoll() }
    case .userFault: try opened(file) { () throws(SystemError) in try .userFault() }
    case .tcpSocket: try opened(file) { () throws(SystemError) in try .tcpSocket() }
    case .landlockRuleset: try opened(file) { () throws(SystemError) in try .landlockRuleset() }
    case .unavailable(let reason): throw RunningKernel.CallError.unavailable(reason)
    }
  }

  private func opened(
    _ file: CallShape.File, _ open: () throws(SystemError) -> FileDescriptor
  ) throws(SystemError) -> Int32 {
    if let known = files[file] { return known.descriptor.rawValue }
    let made = OpenFile(try open())
    files[file] = made
    return made.descriptor.rawValue
  }

  /// Closes a virtual machine, its processor or what handles faults, so that what a call set up in it does not meet the
  /// next one.
  func discardMachine(_ file: CallShape.File) {
    switch file {
    case .virtualMachine, .virtualProcessor, .userFault: files[file] = nil
    default: break
    }
  }
}
