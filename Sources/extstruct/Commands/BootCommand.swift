import BootLab
import CommandLineKit

/// `extstruct boot`: any of this command's subcommands, under a kernel that is booted for it.
enum BootCommand {
  static let kernel = Option(
    "--kernel", value: "IMAGE", isRequired: true, help: "The kernel to boot: a bzImage (vmlinuz).")
  static let modules = Option(
    "--modules", value: "DIR",
    help:
      "Where its modules are, to load KVM from: lib/modules/VERSION or a folder that holds one. Not needed if KVM is built in."
  )
  static let timeout = Option(
    "--timeout", value: "SECONDS", default: "120",
    help: "How long the kernel may take to come up, and how long it may then be silent.")
  static let memory = Option("--memory", value: "MIB", default: "512", help: "The guest's memory.")
  static let cpu = Option(
    "--cpu", value: "MODEL", default: BootRequest.defaultCPU, help: "The guest's processor, as QEMU names it."
  )
  static let program = Option(
    "--program", value: "FILE",
    help:
      "The statically linked program to run there. By default this very one, or the static build beside it.")
  static let subcommand = Positional(
    "SUBCOMMAND", .oneOrMore, help: "What to run in the guest, as it would be typed after 'extstruct'.")

  static let command = Command(
    "boot", summary: "Run a subcommand under another kernel, booted in QEMU.",
    discussion: """
      Boots a kernel image under QEMU with this command inside, runs the subcommand there, and answers with its \
      output and its exit status. The processor is emulated, KVM's nested one included, so it works on \
      any x86-64 machine, slowly. The guest gets a copy of each file of the subcommand that ends in .json, such as \
      an interface file. Files that it writes stay in the guest; a page comes out with --html -.

      Exit status: the subcommand's own; 128 and the signal's number if a signal ended it; 2 if the kernel did \
      not come up.
      """,
    options: [kernel, modules, timeout, memory, cpu, program], trailing: subcommand,
    examples: [
      .init("--kernel arch/x86/boot/bzImage -- probe", "What the kernel just built knows."),
      .init(
        "--kernel vmlinuz-6.1 --modules lib/modules -- kvm",
        "KVM's ioctls under a kernel with KVM as modules."),
    ]
  ) { arguments, console in
    var request = BootRequest(kernel: try arguments.required(kernel), arguments: arguments.trailing)
    request.modules = arguments.value(of: modules)
    request.program = arguments.value(of: program)
    request.cpu = try arguments.required(cpu)
    request.timeout = try positive(timeout, in: arguments)
    request.memory = try positive(memory, in: arguments)
    request.environment.append("COLUMNS=\(console.width)")
    return try run(request, on: &console)
  }

  private static func positive(_ option: Option, in arguments: ParsedArguments) throws -> Int {
    // Both options have a default.
    try arguments.integer(of: option, in: 1...1_000_000) ?? 1
  }

  private static func run(_ request: BootRequest, on console: inout Console) throws -> ExitStatus {
    console.flush()
    var progress: Progress? = Progress("Booting, lines of the console", on: console)
    let end: Lab.End
    do {
      end = try Lab.run(request) { event in
        switch event {
        case .booting(let lines): for _ in 0..<lines { progress?.advance() }
        case .started: progress = nil
        case .output(let bytes): try Lab.write(bytes, to: .output)
        case .error(let bytes): try Lab.write(bytes, to: .error)
        case .note(let text): console.printError("extstruct: note: \(text)")
        }
      }
    } catch BootError.brokenPipe {
      return .brokenPipe
    }
    switch end {
    case .exited(let status): return ExitStatus(rawValue: status)
    case .killed(let signal):
      console.printError("extstruct: in the guest a signal (number \(signal)) ended the subcommand")
      return ExitStatus(rawValue: 128 + signal)
    }
  }
}
