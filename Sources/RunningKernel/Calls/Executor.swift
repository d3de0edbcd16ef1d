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
    /// Whether the caller keeps its privileges.
    package var isPrivileged: Bool
    /// What a program gives a call of its own; nil for a harmless call.
    var given: GivenMemory?

    /// Decides these.
    package init(address: UInt64, usize: UInt64 = 0, flags: UInt64 = 0, isPrivileged: Bool = true) {
      self.address = address
      self.usize = usize
      self.flags = flags
      self.isPrivileged = isPrivileged
    }

    /// Whether a number may be all that the call is asked for: there is no struct and no size.
    var asksNumber: Bool { address == 0 && usize == 0 && flags != 0 }
  }

  /// What the kernel answered.
  struct Answer: Sendable {
    /// Nil for success.
    var errno: LinuxErrno?
    /// The number that was asked for, or that a program's own call returned.
    var value: Int?
    /// What a program's own call left to it.
    var left: KernelCall.Outcome.Left?
    /// What the size's word holds afterwards, where there is one.
    var usize: UInt64?
  }

  /// What calls need.
  package let resources: CallResources
  /// Whose calls are made.
  let abi: SystemCallNumber.Architecture
  /// Whether the thread that makes the calls was made for them.
  private let isOnOwnThread: Bool

  /// Makes an executor that has prepared nothing yet.
  package init(isOnOwnThread: Bool = false, abi: SystemCallNumber.Architecture = .native) {
    self.isOnOwnThread = isOnOwnThread
    self.abi = abi
    resources = CallResources(isLow: abi == .i386)
  }

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
    var answer = try run(call, in: shape.setting, given)
    if answer.errno == nil, given.given == nil, !shape.keepsMachine, case .ioctl(let ioctl) = shape.entry {
      resources.discardMachine(ioctl.file)
    }
    if shape.sizeWordIndex != nil {
      answer.usize = shape.cutSize(try resources.sizeWord().load(UInt64.self, at: 0), on: abi)
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
    guard abi == .native || abi == .i386 && Syscalls.takesI386 else {
      throw RunningKernel.CallError.noABI(abi)
    }
    var number = abi == .i386 ? Syscalls.ioctlNumberI386 : Syscalls.ioctlNumber
    var command: IoctlNumber?
    switch shape.entry {
    case .systemCall(let numbers):
      guard SystemCallNumber.Architecture.current != nil, let known = numbers.number(on: abi) else {
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
        case .value(let value): try integer(value, of: argument.name, given)
        }
    }
    return PreparedCall(number: number, abi: abi, registers: registers, product: shape.product)
  }

  /// What an argument's register holds: what the program gave, or the harmless value.
  private func integer(
    _ harmless: CallShape.Value, of name: String, _ arguments: Arguments
  ) throws -> UInt64 {
    guard let own = arguments.given, let value = own.given.arguments[name] else {
      return try resources.integer(harmless)
    }
    return try own.address(of: name) ?? resources.integer(value)
  }

  /// Writes a size to its word, and says where that is.
  private func place(_ size: UInt64) throws(SystemError) -> UInt64 {
    let word = try resources.sizeWord()
    try word.write((0..<8).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) }, at: 0)
    return word.address
  }

  /// Makes a prepared call where its shape wants it to be made. A caller without privileges is a thread of its own,
  /// which gives them up once everything else is prepared.
  private func run(
    _ call: PreparedCall, in setting: CallShape.Setting, _ given: Arguments
  ) throws -> Answer {
    if let own = given.given {
      // A program's own call is made on the thread that makes it.
      return call.makeForProgram(restarts: own.given.restarts)
    }
    let (isPrivileged, asksNumber) = (given.isPrivileged, given.asksNumber)
    let make: @Sendable () throws -> Answer = {
      if !isPrivileged, Privileges.hasAny { try Privileges.drop() }
      return asksNumber ? Answer(call.makeForNumber()) : Answer(errno: call.make())
    }
    switch setting {
    case .here: return given.isPrivileged ? try make() : try onNewThread(make)
    case .ownThread: return given.isPrivileged && isOnOwnThread ? try make() : try onNewThread(make)
    case .threadWithoutProcesses:
      return try onNewThread {
        try SystemError.naming("unshare(CLONE_NEWPID)") { () throws(LinuxErrno) in
          try Syscalls.giveUpProcesses()
        }
        return try make()
      }
    case .ownDescriptors: return try withPrivateDescriptors(make)
    }
  }
}

extension Executor.Answer {
  /// What the kernel answered that was asked for a number.
  init(_ result: Result<Int64, LinuxErrno>) {
    switch result {
    case .success(let number): value = Int(number)
    case .failure(let error): errno = error
    }
  }
}
