/// Why a kernel could not be booted, or gave no answer.
package enum BootError: Error, Equatable {
  /// There is no emulator of that name in `PATH`.
  case noEmulator(String)
  /// The lab boots x86-64 kernels, on x86-64 machines, only.
  case wrongArchitecture
  /// The kernel image cannot be used, and why.
  case kernel(String, String)
  /// The folder of modules cannot be used, and why.
  case modules(String, String)
  /// The program for the guest cannot be used, and why.
  case program(String, String)
  /// A file that the guest is to get cannot be had, and why.
  case file(String, String)
  /// There is no statically linked program; with the package where one can be built, if that is known.
  case noStaticProgram(package: String?)
  /// Nothing came from the guest for that many seconds.
  case silent(seconds: Int, started: Bool, Aftermath)
  /// The emulator ended before the program in the guest did.
  case ended(started: Bool, Aftermath)
  /// The guest could not run the program, and why.
  case guest(String)
  /// Bytes from the guest were lost.
  case damaged
  /// Nobody reads the program's output any more.
  case brokenPipe
  /// A signal asked the command to end.
  case interrupted

  /// What a guest that is gone left behind.
  package struct Aftermath: Equatable, Sendable {
    /// The kernel's words for why it panicked, if it did.
    package var panic: String?
    /// The last lines of the kernel's console.
    package var console: [String]
    /// What the emulator wrote to its standard error.
    package var emulator: [String]
  }
}

extension BootError: CustomStringConvertible {
  /// The error in words, without the program's name; the console's last lines follow on lines of their own.
  package var description: String {
    switch self {
    case .noEmulator(let name):
      """
      there is no \(name) in PATH; Debian and Ubuntu have it in the package qemu-system-x86, Fedora in \
      qemu-system-x86-core
      """
    case .wrongArchitecture: "booting a kernel works on x86-64 only"
    case .kernel(let path, let reason), .modules(let path, let reason), .program(let path, let reason),
      .file(let path, let reason):
      "\(path): \(reason)"
    case .noStaticProgram(let package):
      """
      the guest needs this command linked statically, and there is none\(package == nil ? "" : " yet"). Make it with
        \(package.map { "cd \($0) && " } ?? "")\(StaticProgram.buildCommand)
      \(package == nil ? "in the package's folder, and name the result with --program." : "and run this again.")
      """
    case .silent(let seconds, let started, let aftermath):
      (started
        ? "the kernel came up, but then gave no sign of life for \(seconds) s"
        : "the kernel did not come up within \(seconds) s") + aftermath.lines
    case .ended(let started, let aftermath):
      (aftermath.panic.map { "the kernel panicked\(started ? "" : " before the program ran"): \($0)" }
        ?? (aftermath.emulator.isEmpty ? "the machine restarted or switched off" : "the emulator ended")
          + " before \(started ? "the program did" : "the kernel came up")")
        + aftermath.lines
    case .guest(let reason): "in the guest: \(reason)"
    case .damaged: "bytes from the guest were lost on the way; the output above is not complete"
    case .brokenPipe: "nobody reads the output any more"
    case .interrupted: "interrupted"
    }
  }
}

extension BootError.Aftermath {
  fileprivate var lines: String {
    var text = ""
    if !emulator.isEmpty { text += "\nQEMU says:\n  " + emulator.joined(separator: "\n  ") }
    text +=
      console.isEmpty
      ? "\nIts console stayed empty (it is the first serial port; CONFIG_SERIAL_8250_CONSOLE)."
      : "\nThe last lines of its console:\n  " + console.joined(separator: "\n  ")
    return text
  }
}
