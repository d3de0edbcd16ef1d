internal import LinuxSystem

/// Boots kernels under an emulator and runs this program in them.
///
///     host                                     guest
///     extstruct boot ... -- verify             kernel, console on the first serial port
///       emulator, as a child                     init: this program, as the first process
///       frames  <---- second serial port ------   |  standard output and error, exit status
///                                                extstruct verify
///
/// Nothing is left behind, however it ends: the guest's file system is a file without a name, and the
/// emulator dies with the thread that started it.
package enum Lab {
  /// What comes from the guest while it runs.
  package enum Event: Equatable, Sendable {
    /// The kernel wrote that many lines to its console; it is still coming up.
    case booting(lines: Int)
    /// The program starts, under a kernel of this release.
    case started(release: String)
    /// The program wrote to its standard output.
    case output([UInt8])
    /// The program wrote to its standard error.
    case error([UInt8])
    /// Something the user should know, such as a module that could not be loaded.
    case note(String)
  }

  /// How the program in the guest ended.
  package enum End: Equatable, Sendable {
    /// By itself, with this status.
    case exited(Int32)
    /// By a signal of this number.
    case killed(signal: Int32)
  }

  /// Boots a kernel, runs the program in it, and ends it.
  ///
  /// - Parameter deliver: Gets what comes from the guest, as it comes. What it throws ends the guest.
  package static func run(
    _ request: BootRequest, deliver: (Event) throws -> Void
  ) throws -> End {
    #if arch(x86_64)
      let image = try KernelImage.read(request.kernel)
      let modules = try request.modules.map { try ModuleFolder($0, release: image.release).read() } ?? []
      let running = Files.target(ofLink: "/proc/self/exe")
      let program = try StaticProgram.find(given: request.program, running: running)
      let emulator = try request.findEmulator()
      if request.program == nil, let running, StaticProgram.isOlder(program, than: running) {
        try deliver(.note("\(program) runs in the guest, and is older than this command"))
      }
      let (arguments, taken) = try request.takingFiles()
      let files = Initramfs(
        program: try Files.contents(of: program), modules: modules, arguments: arguments,
        environment: request.environment, files: taken)
      return try holdingSignals { signals in
        let guest = try Emulator(request.command(emulator: emulator), archive: files.archived())
        return try Session(guest, signals: signals, patience: request.timeout).run(deliver)
      }
    #else
      throw BootError.wrongArchitecture
    #endif
  }
}
