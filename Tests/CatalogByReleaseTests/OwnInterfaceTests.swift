import ExtensibleStructs
import KernelInterfaces
import LinuxSystem
import RunningKernel
import SimulatedKernel
import Testing

/// An interface that the catalog does not have, put to the running kernel by its call shape alone.
struct OwnInterfaceTests {
  /// What `TIOCSPTLCK` takes: whether a new terminal is locked.
  private struct Lock: ExtensibleStruct {
    var isLocked: Int32 = 0
    static let history = Declaration(Self.self, "pty_lock") { Published("VER0", through: \.isLocked) }
  }

  /// What `TIOCGPTN` hands out: the number of a new terminal.
  private struct Number: ExtensibleStruct {
    var number: UInt32 = 0
    static let history = Declaration(Self.self, "pty_number") { Published("VER0", through: \.number) }
  }

  private func lock(on path: String = "/dev/ptmx") throws -> Interface {
    try Interface(
      prototype: History(Lock.self), .newIoctl,
      call: CallShape(.ioctl(on: .path(path, isWritable: true), .write, type: 0x54, number: 0x31)))
  }

  private var hasDevice: Bool { (try? FileDescriptor(opening: "/dev/ptmx")) != nil }

  @Test func `an ioctl of one's own on a device of one's own is answered as it is simulated`() throws {
    guard hasDevice else {
      print("skipped: there is no /dev/ptmx")
      return
    }
    let interface = try lock()
    let running = RunningKernel()
    #expect(running.canCall(interface))
    #expect(try running.obstacle(to: interface) == nil)
    var calls: [KernelCall] = []
    for mapped in 0...6 {
      calls.append(KernelCall(interface, memory: KernelCall.Memory([1, 0, 0, 0, 0, 0], mapped: mapped)))
    }
    for usize in [0, 3, 4, 5, 8, 16383, 16384, .max] as [UInt64] {
      calls.append(
        KernelCall(interface, memory: KernelCall.Memory([UInt8](repeating: 0, count: 64)), usize: usize))
    }
    for pointer in KernelCall.Pointer.allCases {
      calls.append(KernelCall(interface, memory: KernelCall.Memory([0, 0, 0, 0]), pointer: pointer))
    }
    var errnos: Set<LinuxErrno?> = []
    for call in calls {
      let (real, model) = (try running.answer(call), try SimulatedKernel().answer(call))
      #expect(real.errno == model.errno)
      #expect(real.memory == model.memory)
      errnos.insert(real.errno)
    }
    #expect(errnos == [nil, .EFAULT, .ENOTTY])
  }

  @Test func `an ioctl that hands out is read back`() throws {
    guard hasDevice else {
      print("skipped: there is no /dev/ptmx")
      return
    }
    let interface = try Interface(
      prototype: History(Number.self), .newIoctl.handingOut(),
      call: CallShape(.ioctl(on: .path("/dev/ptmx"), .read, type: 0x54, number: 0x30)))
    let running = RunningKernel()
    let first = try running.answer(
      KernelCall(interface, memory: KernelCall.Memory([UInt8](repeating: 0xee, count: 6))))
    #expect(first.errno == nil)
    #expect(first.memory.count == 6)
    #expect(first.memory[3...] == [0, 0xee, 0xee])
    // The file stays open, so that it is the same terminal.
    #expect(
      try running.answer(KernelCall(interface, memory: KernelCall.Memory([UInt8](repeating: 0xee, count: 6))))
        == first)
  }

  @Test func `an interface without a call shape says so, and no kernel is blamed`() throws {
    let interface = try Interface(prototype: History(Lock.self), .newIoctl)
    let running = RunningKernel()
    let words = "pty_lock declares no call shape; give it one to put it to a kernel"
    #expect(!running.canCall(interface))
    #expect(try running.obstacle(to: interface) == words)
    let error = #expect(throws: RunningKernel.CallError.self) {
      try running.answer(KernelCall(interface, memory: KernelCall.Memory([])))
    }
    #expect(error?.description == words)
    #expect(throws: RunningKernel.CallError.noCallShape(interface: "pty_lock")) {
      try running.rawErrno(of: interface, on: GuardedBuffer([]))
    }
  }

  @Test func `a file that is missing, or of another kind, is an obstacle`() throws {
    let running = RunningKernel()
    #expect(
      try running.obstacle(to: lock(on: "/nowhere"))
        == "open(/nowhere): No such file or directory (ENOENT)")
    #expect(throws: SystemError("open(/nowhere)", .ENOENT)) {
      try running.answer(KernelCall(lock(on: "/nowhere"), memory: KernelCall.Memory([0, 0, 0, 0])))
    }
    // Not a terminal: its ENOTTY is what an absent ioctl is answered with.
    #expect(try running.obstacle(to: lock(on: "/dev/null")) == "this kernel answers ENOTTY")
  }

  @Test func `a system call without a number here cannot be made`() throws {
    let interface = try Interface(
      prototype: History(Lock.self), .unversioned,
      call: CallShape(.systemCall(SystemCallNumber()), [.init("arg", .pointer, .structure)]))
    #expect(throws: RunningKernel.CallError.noNumber(interface: "pty_lock")) {
      try RunningKernel().answer(KernelCall(interface, memory: KernelCall.Memory([0, 0, 0, 0])))
    }
  }

  /// A system call whose last argument, which the kernel does not look at, is the struct.
  private func errno(_ number: SystemCallNumber, _ values: [CallShape.Value]) throws -> LinuxErrno? {
    var arguments = values.map { CallShape.Argument("value", .unsignedLong, .value($0)) }
    arguments.append(.init("struct", .pointer, .structure))
    let shape = CallShape(.systemCall(number), arguments, setting: .ownDescriptors)
    let interface = try Interface(prototype: History(Lock.self), .unversioned, call: shape)
    return try RunningKernel().rawErrno(of: interface, on: GuardedBuffer([0, 0, 0, 0]))
  }

  @Test func `strings, bytes and room reach the kernel`() throws {
    // faccessat(AT_FDCWD, path, F_OK)
    let access = SystemCallNumber(x86_64: 269, arm64: 48, i386: 307)
    #expect(try errno(access, [-100, .string("/dev/null"), 0]) == nil)
    #expect(try errno(access, [-100, .string("/dev/null/x"), 0]) == .ENOTDIR)
    #expect(try errno(access, [-100, .string(""), 0]) == .ENOENT)
    #expect(try errno(access, [-100, .bytes(Array("/dev/null".utf8) + [0, 1]), 0]) == nil)
    #expect(try errno(access, [-100, 0, 0]) == .EFAULT)
    // getcwd(buffer, size)
    let folder = SystemCallNumber(x86_64: 79, arm64: 17, i386: 183)
    #expect(try errno(folder, [.room(4096), 4096]) == nil)
    #expect(try errno(folder, [.room(4096), 1]) == .ERANGE)
    #expect(try errno(folder, [.room(0), 4096]) == nil)
  }

  @Test func `files are opened as the shape says`() throws {
    // write(fd, buffer, count)
    let write = SystemCallNumber(x86_64: 1, arm64: 64, i386: 4)
    func errno(_ file: CallShape.File) throws -> LinuxErrno? {
      try self.errno(write, [.file(file), .string("text"), 5])
    }
    #expect(try errno(.path("/dev/null", isWritable: true)) == nil)
    #expect(try errno(.path("/dev/null")) == .EBADF)
    #expect(try errno(.thisProcess) == .EINVAL)
    #expect(throws: RunningKernel.CallError.unavailable("it needs a card")) {
      try errno(.unavailable("it needs a card"))
    }
  }
}
