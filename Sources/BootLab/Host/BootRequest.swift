internal import LinuxSystem

/// What to boot, and what to run there.
package struct BootRequest: Sendable {
  /// The kernel image: a bzImage.
  package var kernel: String
  /// A folder of modules to load KVM from; `nil` if the kernel has it built in, or needs none.
  package var modules: String?
  /// The program to run; `nil` for this very one.
  package var program: String?
  /// What to run in the guest, without the program's name.
  package var arguments: [String]
  /// The program's environment in the guest, each `NAME=VALUE`.
  package var environment: [String] = ["PATH=/", "HOME=/", "TERM=dumb"]
  /// After how many seconds without a word from the guest it is given up.
  package var timeout = 120
  /// The guest's memory, in MiB.
  package var memory = 512
  /// The guest's processor, as QEMU names it.
  package var cpu = defaultCPU
  /// The emulator.
  package var emulator = "qemu-system-x86_64"

  /// A processor that has what KVM needs, and that QEMU can emulate without any of its own.
  package static let defaultCPU = "qemu64,+svm,+npt"

  /// Asks for a program to be run under a kernel.
  package init(kernel: String, arguments: [String]) {
    self.kernel = kernel
    self.arguments = arguments
  }

  /// The words that start the emulator.
  ///
  /// Its descriptor 1 is the guest's console, 3 what the guest has to say, and 4 the first file system. The
  /// console is a full one, and an early one: it is all there is to look at if the kernel does not come up.
  func command(emulator path: String) -> [String] {
    [
      path, "-nodefaults", "-no-user-config", "-display", "none", "-monitor", "none", "-no-reboot",
      "-accel", "tcg", "-cpu", cpu, "-m", "\(memory)", "-kernel", kernel, "-initrd", "/proc/self/fd/4",
      "-chardev", "file,id=console,path=/proc/self/fd/1", "-serial", "chardev:console",
      "-chardev", "file,id=link,path=/proc/self/fd/3", "-serial", "chardev:link",
      "-append",
      "earlyprintk=ttyS0,115200 console=ttyS0 panic=-1 oops=panic nokaslr \(GuestRequest.word)",
    ]
  }

  /// Where the emulator is.
  func findEmulator() throws(BootError) -> String {
    if emulator.contains("/") {
      if Files.isExecutable(emulator) { return emulator }
      throw .noEmulator(emulator)
    }
    for folder in (CurrentProcess.environment("PATH") ?? "").split(separator: ":") {
      let path = folder + "/" + emulator
      if Files.isExecutable(path) { return path }
    }
    throw .noEmulator(emulator)
  }
}
