import ExtensibleStructs
import Testing

@testable import LinuxSystem

/// Calls as another caller makes them: one without privileges, a 32-bit program.
@Suite("Callers")
struct CallerTests {
  @Test("a thread gives up its privileges, and no other one does")
  func privileges() throws {
    guard Privileges.hasAny else {
      print("skipped: this process has no privileges")
      return
    }
    let dumpable = try Syscalls.dumpable()
    let (inside, refused) = try onNewThread {
      try Privileges.drop()
      return (Privileges.hasAny, (try? Syscalls.becomeNobodysGroup()) == nil ? false : true)
    }
    // Setting the group that it has is no privilege.
    #expect(!inside && refused)
    #expect(Privileges.hasAny)
    #expect(try Syscalls.dumpable() == dumpable)
    #expect(try onNewThread { Privileges.hasAny })
  }

  @Test("memory of a 32-bit program is below 4 GiB")
  func low() throws {
    for _ in 0..<100 {
      let mapping = try Mapping(length: 5000, isLow: true)
      #expect(mapping.address + UInt64(mapping.length) <= 1 << 32)
    }
    let buffer = try GuardedBuffer([1, 2, 3], mapped: 4096, isLow: true)
    #expect(buffer.address < 1 << 32)
  }

  @Test("a 32-bit program's calls have numbers and widths of their own")
  func i386() throws {
    guard Syscalls.takesI386 else {
      print("skipped: this kernel takes no calls of 32-bit programs")
      return
    }
    // getpid; then close of a descriptor that is none, whose upper half never reaches the kernel.
    #expect(try Syscalls.i386(20, InlineArray(repeating: 0)) == Int64(CurrentProcess.id))
    #expect(throws: LinuxErrno.EBADF) {
      try Syscalls.i386(6, InlineArray(repeating: 0xffff_ffff_ffff_ffff))
    }
    // mmap2 with six arguments: an anonymous page, for which the offset is not looked at but has to arrive unharmed.
    var arguments: InlineArray<6, UInt64> = [0, 4096, 1, 0x22, 0xffff_ffff, 0]
    let address = try Syscalls.i386(192, arguments)
    #expect(address & 0xfff == 0)
    arguments[4] = UInt64(0x7fff_0000)
    arguments[3] = 0x2
    #expect(throws: LinuxErrno.EBADF) { try Syscalls.i386(192, arguments) }
    // A call that would make a child is refused without one: clone3 without a struct.
    #expect(throws: LinuxErrno.EINVAL) { try Syscalls.forkingI386(435, InlineArray(repeating: 0)) }
  }
}
