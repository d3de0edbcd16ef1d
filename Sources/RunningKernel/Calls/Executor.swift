package import ExtensibleStructs
package import KernelInterfaces
internal import LinuxSystem

/// Makes any call that a call shape describes, on the running kernel.
package final class Executor {
  /// What a case decides of a call.
  package struct Arguments {
    /// Where the struct is, or is said to be.
    package var address: UInt64
    /// The size, or the number of elements, where it travels outside the struct.
    package var usize: UInt64
    /// The flags that are an argument of the call.
    package var flags: UInt64

    /// Decides these.
    package init(address: UInt64, usize: UInt64 = 0, flags: UInt64 = 0) {
      self.address = address
      self.usize = usize
      self.flags = flags
    }
  }

  /// What the kernel answered.
  struct Answer: Sendable {
    /// Nil for success.
    var errno: LinuxErrno?
    /// What the size's word holds afterwards, where there is one.
    var usize: UInt64?
  }

  /// What calls need.
  package let resources = CallResources()
  /// Whether the thread that makes the calls was made for them.
  private let isOnOwnThread: Bool

  /// Makes an executor that has prepared nothing yet.
  package init(isOnOwnThread: Bool = false) { self.isOnOwnThread = isOnOwnThread }

  /// Makes a call.
  ///
  /// - Parameter size: where the scheme takes the size from.
  /// - Throws: ``RunningKernel/CallError``, or what stood in the way of memory, a file or a thread.
  func make(
    _ interface: Interface, _ size: Scheme.Size.Source, _ given: Arguments
  ) throws -> Answer {
    guard let shape = interface.call else {
      throw RunningKernel.CallError.noCallShape(interface: interface.name)
    }
    guard let call = try prepare(shape, size, given, name: interface.name) else {
      return Answer(errno: interface.absent)
    }
    var answer = Answer(errno: try run(call, in: shape.setting))
    if answer.errno == nil, !shape.keepsMachine, case .ioctl(let ioctl) = shape.entry {
      resources.discardMachine(ioctl.file)
    }
    if shape.sizeWordIndex != nil {
      answer.usize = shape.cutSize(try resources.sizeWord().load(UInt64.self, at: 0))
    }
    return answer
  }

  /// Fills the registers.
  ///
  /// Registers are handed over whole: the kernel cuts each to the width of its argument.
  ///
  /// - Returns: nil if an ioctl number cannot hold the size, so that there is no such ioctl.
  package func prepare(
    _ shape: CallShape, _ size: Scheme.Size.Source, _ given: Arguments, name: String
  ) throws -> PreparedCall? {
    var number = Syscalls.ioctlNumber
    var command: IoctlNumber?
    switch shape.entry {
    case .systemCall(let numbers):
      guard let known = SystemCallNumber.Architecture.current.flatMap(numbers.number(on:)) else {
        throw RunningKernel.CallError.noNumber(interface: name)
      }
      number = Int64(known)
    case .ioctl(let ioctl):
      command = ioctl.command(usize: size == .command ? given.usize : nil)
      if command == nil { return nil }
    }
    var registers = InlineArray<6, UInt64>(repeating: 0)
    for (index, argument) in shape.arguments.prefix(6).enumerated() {
      registers[index] =
        switch argument.role {
        case .structure: given.address
        case .size: given.usize
        case .sizeWord: try place(given.usize)
        case .flags(let always, _): given.flags | always
        case .command: UInt64(command?.rawValue ?? 0)
        case .value(let value): try resources.integer(value)
        }
    }
    return PreparedCall(number: number, registers: registers, product: shape.product)
  }

  /// Writes a size to its word, and says where that is.
  private func place(_ size: UInt64) throws(SystemError) -> UInt64 {
    let word = try resources.sizeWord()
    try word.write((0..<8).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }, at: 0)
    return word.address
  }

  /// Makes a prepared call where its shape wants it to be made.
  private func run(_ call: PreparedCall, in setting: CallShape.Setting) throws -> LinuxErrno? {
    switch setting {
    case .here: call.make()
    case .ownThread: isOnOwnThread ? call.make() : try onNewThread { call.make() }
    case .threadWithoutProcesses:
      try onNewThread {
        try SystemError.naming("unshare(CLONE_NEWPID)") { () throws(LinuxErrno) in
          try Syscalls.giveUpProcesses()
        }
        return call.make()
      }
    case .ownDescriptors: try withPrivateDescriptors { call.make() }
    }
  }
}
