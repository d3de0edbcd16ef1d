internal import LinuxSystem

/// A running emulator: its process, and the pipes that lead from it. When this goes, it is killed.
struct Emulator: ~Copyable {
  /// What the guest's kernel writes to its console.
  let console: FileDescriptor
  /// What the emulator itself complains of.
  let complaints: FileDescriptor
  /// The frames of the guest.
  let link: FileDescriptor
  private let process: ChildProcess

  /// Starts an emulator with an archive as the guest's first file system.
  init(_ command: [String], archive: [UInt8]) throws(SystemError) {
    let input = try FileDescriptor(opening: "/dev/null", .readOnly)
    let console = try Pipe()
    let complaints = try Pipe()
    let link = try Pipe()
    let files = try FileDescriptor.inMemory("initramfs", archive)
    let environment = ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH"].compactMap { name in
      CurrentProcess.environment(name).map { "\(name)=\($0)" }
    }
    process = try ChildProcess(
      command[0], command, environment: environment,
      descriptors: [
        input.rawValue, console.writing.rawValue, complaints.writing.rawValue, link.writing.rawValue,
        files.rawValue,
      ], tied: true)
    self.console = console.closeWriting()
    self.complaints = complaints.closeWriting()
    self.link = link.closeWriting()
  }
}
