import ExtensibleStructs
import Foundation
import KernelInterfaces
import RunningKernel
import SystemTestSupport
import Testing
import UAPICatalog
import UserSide

/// Calls of a program's own to the kernel underneath.
struct RunningCallTests {
  private let kernel = RunningKernel()

  /// A folder with `inner/file`, and a link out of it, by its descriptor.
  private func withFolder<R>(_ body: (Int32) throws -> R) throws -> R {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try files.createDirectory(at: folder.appendingPathComponent("inner"), withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    try Data().write(to: folder.appendingPathComponent("inner/file"))
    try files.createSymbolicLink(atPath: folder.path + "/out", withDestinationPath: "/etc")
    var how = OpenHow()
    how.flags = UInt64(O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    let opened = try InterfaceCaller<OpenHow>(Catalog.openat2()).call(
      how, ["filename": .string(folder.path)], on: kernel)
    let descriptor = try #require(opened.descriptor)
    return try withExtendedLifetime(descriptor) { try body(descriptor.rawValue) }
  }

  @Test func `openat2 stays beneath a folder`() throws {
    let openat2 = try InterfaceCaller<OpenHow>(Catalog.openat2())
    var how = OpenHow()
    how.flags = UInt64(O_RDONLY | O_CLOEXEC)
    how.resolve = 0x08  // RESOLVE_BENEATH
    try withFolder { folder in
      func open(_ path: String, _ how: OpenHow) throws -> CallResult<OpenHow> {
        try openat2.call(how, ["dfd": .descriptor(folder), "filename": .string(path)], on: kernel)
      }
      do {
        let file = try open("inner/file", how)
        let descriptor = try #require(file.descriptor)
        #expect(try file.get() == Int(descriptor.rawValue))
        #expect(fcntl(descriptor.rawValue, F_GETFD) == FD_CLOEXEC)
      }
      #expect(try open("inner/../inner/file", how).errno == nil)
      #expect(try open("../\(getpid())", how).errno == .init(rawValue: EXDEV))
      #expect(try open("out/passwd", how).errno == .init(rawValue: EXDEV))
      how.resolve = 0x04  // RESOLVE_NO_SYMLINKS
      #expect(try open("out/passwd", how).errno == .init(rawValue: ELOOP))
      #expect(throws: LinuxErrno(rawValue: ENOENT)) { try open("inner/none", how).get() }
      // The longest path that there is, and one that is longer.
      #expect(try open(String(repeating: "a/", count: 3000), how).errno == .init(rawValue: ENAMETOOLONG))
    }
  }

  @Test func `a descriptor is closed with its last reference, unless it was taken`() throws {
    let openat2 = try InterfaceCaller<OpenHow>(Catalog.openat2())
    var how = OpenHow()
    how.flags = UInt64(O_RDONLY | O_CLOEXEC)
    func open() throws -> CallResult<OpenHow> {
      try openat2.call(how, ["filename": .string("/dev/null")], on: kernel)
    }
    let taken = try #require(try open().descriptor).take()
    defer { close(taken) }
    #expect(fcntl(taken, F_GETFD) >= 0)
    let before = openDescriptors()
    for _ in 0..<50 { _ = try open() }
    let after = openDescriptors()
    // Other tests open and close files meanwhile.
    #expect(after < before + 40)
  }

  private func openDescriptors() -> Int {
    (0..<1024 as Range<Int32>).count { fcntl($0, F_GETFD) >= 0 }
  }

  @Test func `arguments that are wrong or missing are named, on every kernel`() throws {
    let openat2 = try InterfaceCaller<OpenHow>(Catalog.openat2())
    func error(_ arguments: [String: CallShape.Value]) -> String {
      do {
        _ = try openat2.call(OpenHow(), arguments, on: kernel)
        return "none"
      } catch { return "\(error)" }
    }
    #expect(error([:]) == "openat2: the call needs the argument filename; give it a value")
    #expect(
      error(["path": .string("/")])
        == "openat2: the call takes no argument path beside the struct, its size and the flags; give dfd, filename"
    )
    #expect(
      error(["filename": .string("a\0b")])
        == "openat2: the string for filename holds a zero byte; cut it there")
    #expect(
      error(["dfd": .integer(1 << 40), "filename": .string("")])
        == "openat2: the value for dfd does not fit into 4 bytes")
    #expect(
      error(["dfd": .string("."), "filename": .string("")])
        == "openat2: the value for dfd does not fit into 4 bytes")
    #expect(
      error(["filename": .room(-1)])
        == "openat2: -1 bytes of memory for filename; give it 0 to 16777216")
    #expect(error(["filename": .string("/dev/null"), "how": 0]).contains("takes no argument how"))
  }

  @Test func `a thread's scheduling is read, set and read back`() throws {
    let (get, set) = (
      try InterfaceCaller<SchedAttr>(Catalog.schedGetattr()),
      try InterfaceCaller<SchedAttr>(Catalog.schedSetattr())
    )
    // On a thread of its own, so that no other test meets what is set.
    try RunningKernel.onNewThread { kernel in
      let before = try get.call(SchedAttr(), ["pid": 0], on: kernel)
      try before.get()
      #expect(before.structure.size == 48 || before.structure.size == 56)
      var attr = SchedAttr()
      attr.schedPolicy = 3  // SCHED_BATCH
      attr.schedNice = max(3, before.structure.schedNice)
      try set.call(attr, ["pid": 0], on: kernel).get()
      let after = try get.call(SchedAttr(), on: kernel).structure
      #expect(after.schedPolicy == 3)
      #expect(after.schedNice == attr.schedNice)
      #expect(try get.call(SchedAttr(), ["pid": 0x7fff_fff0], on: kernel).errno == .ESRCH)
      #expect(try set.call(attr, flags: 1, on: kernel).errno == .EINVAL)
    }
  }

  @Test func `a landlock ruleset is made, and its ABI asked for`() throws {
    let landlock = try InterfaceCaller<LandlockRulesetAttr>(Catalog.landlockCreateRuleset())
    var attr = LandlockRulesetAttr()
    attr.handledAccessFs = 1
    let made = try landlock.call(attr, on: kernel)
    guard made.errno != .ENOSYS, made.errno != .EOPNOTSUPP else {
      print("skipped: landlock answers \(made.errno?.description ?? "")")
      return
    }
    #expect(made.descriptor != nil)
    #expect(try landlock.call(LandlockRulesetAttr(), on: kernel).errno == .ENOMSG)
    let answers = try landlock.capabilities(on: kernel).map { ($0.query.name, $0.answer) }
    #expect(answers.count == 1)
    #expect(answers.first?.0 == "LANDLOCK_CREATE_RULESET_VERSION")
    #expect((answers.first?.1 ?? 0) >= 1)
  }

  @Test func `mounts are listed and described through memory of the program`() throws {
    let (list, stat) = (
      try InterfaceCaller<MntIDReq>(Catalog.listmount()), try InterfaceCaller<MntIDReq>(Catalog.statmount())
    )
    var request = MntIDReq()
    request.mntId = .max  // LSMT_ROOT
    let listed = try list.call(request, ["mnt_ids": .room(64 * 8), "nr_mnt_ids": 64], on: kernel)
    guard listed.errno != .ENOSYS else {
      print("skipped: this kernel has no listmount")
      return
    }
    let count = try listed.get()
    try #require(count > 0)
    let ids = listed.memory("mnt_ids")
    func word(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    }
    request.mntId = word(ids, 0)
    request.param = 0x2  // STATMOUNT_MNT_BASIC
    let said = try stat.call(request, ["buf": .room(512), "bufsize": 512], on: kernel)
    try said.get()
    // struct statmount: the mask at 8, the mount's id at 40.
    #expect(word(said.memory("buf"), 8) & 0x2 != 0)
    #expect(word(said.memory("buf"), 40) == request.mntId)
    // The byte behind the memory faults.
    #expect(try stat.call(request, ["buf": .room(16), "bufsize": 512], on: kernel).errno == .EFAULT)
  }

  @Test func `a child does nothing but end, and is waited for`() throws {
    let clone3 = try InterfaceCaller<CloneArgs>(Catalog.clone3())
    var args = CloneArgs()
    args.exitSignal = 17  // SIGCHLD
    args.flags = 0x1000  // CLONE_PIDFD
    let made = try clone3.call(args, members: ["pidfd": .room(4)], on: kernel)
    let child = try #require(made.child)
    #expect(child.id > 0)
    #expect(try made.get() == Int(child.id))
    let pidfd = made.memory("pidfd").reversed().reduce(0) { $0 << 8 | Int32($1) }
    let descriptor = RunningKernel.adopt(pidfd)
    #expect(fcntl(descriptor.rawValue, F_GETFD) == FD_CLOEXEC)
    #expect(child.wait() == 0)
    #expect(child.wait() == 0)
    // Nothing is left to wait for.
    #expect(kill(child.id, 0) == -1)
    for (flags, stack) in [(0x100, 0), (0x10900, 0), (0, 0x1000)] as [(UInt64, UInt64)] {
      var shared = CloneArgs()
      (shared.flags, shared.stack, shared.stackSize) = (flags, stack, stack)
      #expect(throws: RunningKernel.CallError.sharesMemory(interface: "clone3")) {
        try clone3.call(shared, on: kernel)
      }
    }
  }

  @Test func `a number that no kernel has is ENOSYS, and a bad descriptor EBADF`() throws {
    let none = try Interface(
      prototype: History(Plain.self), .sizeArgument,
      call: CallShape(
        .systemCall(.everywhere(1000)), [.init("arg", .pointer, .structure), .init("size", .size, .size)]))
    #expect(try InterfaceCaller<Plain>(none).call(Plain(), on: kernel).errno == .ENOSYS)
    let info = try InterfaceCaller<PidfdInfo>(Catalog.pidfdGetInfo())
    #expect(try info.call(PidfdInfo(), ["fd": -1], on: kernel).errno == .EBADF)
    #expect(throws: InterfaceError.self) { try info.call(PidfdInfo(), on: kernel) }
    // An interface without a call shape can be called on a simulated kernel only.
    let prototype = try Interface(prototype: History(Plain.self), .sizeArgument)
    #expect(throws: RunningKernel.CallError.noCallShape(interface: "plain")) {
      try InterfaceCaller<Plain>(prototype).call(Plain(), on: kernel)
    }
  }
}
