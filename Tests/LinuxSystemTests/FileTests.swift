import ExtensibleStructs
import Glibc
import LinuxSystem
import SystemTestSupport
import Testing

@Suite("Files and terminals")
struct FileTests {
  @Test(
    "are of a kind",
    arguments: [
      ("/proc", .folder), ("/proc/self/exe", .file), ("/proc/self/status", .file), ("/dev/null", .other),
      ("/nowhere", nil), ("/dev/null/x", nil), ("", nil),
    ] as [(String, Files.Kind?)])
  func kind(path: String, kind: Files.Kind?) {
    #expect(Files.kind(of: path) == kind)
    #expect((Files.modified(path) != nil) == (kind != nil))
    #expect(Files.isExecutable(path) == (path == "/proc/self/exe"))
  }

  @Test("have contents, or an error that names the path")
  func contents() throws {
    let line = try Files.contents(of: "/proc/sys/kernel/osrelease")
    #expect(String(decoding: line, as: UTF8.self) == CurrentProcess.kernelRelease().release + "\n")
    #expect(try Files.contents(of: "/dev/null") == [])
    for (path, error) in [
      ("/nowhere", SystemError("open(/nowhere)", .ENOENT)),
      ("/dev/null/x", SystemError("open(/dev/null/x)", .ENOTDIR)),
      ("/proc", SystemError("read(/proc)", LinuxErrno(rawValue: EISDIR))),
    ] {
      #expect(throws: error) { try Files.contents(of: path) }
    }
  }

  @Test("are listed by name, and links by where they lead")
  func names() {
    let names = Files.names(in: "/proc/self")
    #expect(names == names.sorted() && names.contains("status") && names.contains("fd"))
    #expect(!Files.names(in: "/").contains { $0.hasPrefix(".") })
    #expect(Files.names(in: "/nowhere") == [] && Files.names(in: "/dev/null") == [])
    #expect(Files.target(ofLink: "/proc/self") == "\(getpid())")
    #expect(Files.target(ofLink: "/proc") == nil)
  }

  @Test("that are no terminal are no serial port, and are closed again")
  func noSerialPort() throws {
    let (before, after, failure) = try withPrivateDescriptors {
      let before = FileDescriptor.openCount()
      let failure = #expect(throws: SystemError.self) {
        _ = try FileDescriptor(serialPort: "/dev/null").take()
      }
      return (before, FileDescriptor.openCount(), failure)
    }
    #expect(failure == SystemError("tcgetattr(/dev/null)", .ENOTTY))
    #expect(after == before)
  }

  @Test("that are terminals pass every byte as a serial port")
  func serialPort() throws {
    guard let port = try? FileDescriptor(serialPort: "/dev/ptmx") else {
      return print("skipped: no /dev/ptmx")
    }
    var mode = termios()
    #expect(unsafe tcgetattr(port.rawValue, &mode) == 0)
    #expect(mode.c_oflag & UInt32(OPOST) == 0 && mode.c_lflag & UInt32(ICANON | ECHO) == 0)
    #expect(unsafe cfgetospeed(&mode) == speed_t(B115200))
    #expect(Terminal.isTerminal(port.rawValue))
    var size = winsize(ws_row: 24, ws_col: 97, ws_xpixel: 0, ws_ypixel: 0)
    #expect(unsafe ioctl(port.rawValue, UInt(TIOCSWINSZ), &size) == 0)
    #expect(Terminal.columns(port.rawValue) == 97)
    let null = try FileDescriptor(opening: "/dev/null")
    #expect(!Terminal.isTerminal(null.rawValue) && Terminal.columns(null.rawValue) == nil)
  }

  @Test("that are no module are not loaded, and the error names them")
  func noModule() {
    let failure = #expect(throws: SystemError.self) { try Machine.loadModule("/dev/null", compressed: false) }
    #expect(failure?.operation == "finit_module(/dev/null)")
  }
}
