import ExtensibleStructs
import LinuxSystem
import SystemTestSupport
import Testing

@Suite("Descriptors")
struct DescriptorTests {
  @Test("are closed when their owner goes, and not when they were taken")
  func owner() throws {
    let (closed, taken) = try withPrivateDescriptors {
      let closed = try FileDescriptor(opening: "/dev/null").rawValue
      let isClosed = !FileDescriptor.isOpen(closed)
      let taken = try FileDescriptor(opening: "/dev/null").take()
      return (isClosed, FileDescriptor.isOpen(taken))
    }
    #expect(closed)
    #expect(taken)
  }

  @Test("that are not open answer EBADF, and those of another file ENOTTY")
  func ioctl() throws {
    let memory = try GuardedBuffer([UInt8](repeating: 0, count: 160))
    let null = try FileDescriptor(opening: "/dev/null")
    // KVM's two ways to set a slot.
    for number in [0x4020_ae46, 0x40a0_ae49] as [UInt32] {
      let closed = FileDescriptor(owning: -1).ioctl(number, memory)
      let other = null.ioctl(number, memory)
      #expect(closed == .EBADF)
      #expect(other == .ENOTTY)
    }
  }

  @Test("name the path that cannot be opened, and say what to do for KVM's")
  func open() {
    let missing = #expect(throws: SystemError.self) { _ = try FileDescriptor(opening: "/nowhere").take() }
    #expect(missing?.description == "open(/nowhere): No such file or directory (ENOENT)")
    let device = SystemError("open(/dev/kvm)", .EACCES).description
    #expect(
      device
        == "open(/dev/kvm): Permission denied (EACCES); join the group that owns /dev/kvm (often kvm), or run as root"
    )
  }

  @Test("of a private table are no one else's")
  func privateTable() throws {
    let before = identity(of: 0)
    let inside = try withPrivateDescriptors {
      let null = try FileDescriptor(opening: "/dev/zero")
      try null.duplicate(onto: 0)
      try null.duplicate(onto: 900)
      try null.duplicate(onto: null.rawValue)
      return (identity(of: 0), identity(of: null.rawValue))
    }
    #expect(inside.0 == inside.1)
    #expect(inside.0 != before)
    #expect(identity(of: 0) == before)
    #expect(!FileDescriptor.isOpen(900))
  }

  @Test("that are not open have no duplicate")
  func duplicate() {
    let failure = errno { () throws(SystemError) in try FileDescriptor(owning: -1).duplicate(onto: 0) }
    #expect(failure == .EBADF)
    let same = errno { () throws(SystemError) in try FileDescriptor(owning: -1).duplicate(onto: -1) }
    #expect(same == .EBADF)
  }

  @Test("of a private table go with it, and errors come out of it")
  func errors() throws {
    struct Mine: Error {}
    #expect(throws: Mine.self) { try withPrivateDescriptors { throw Mine() } }
    // Far more than a process may have open: they are gone with each table.
    for _ in 0..<50 {
      try withPrivateDescriptors {
        for _ in 0..<100 { _ = try FileDescriptor(opening: "/dev/null").take() }
      }
    }
  }
}
