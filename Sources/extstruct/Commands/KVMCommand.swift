import CommandLineKit
import KVMAnalysis

/// `extstruct kvm`: what this machine's KVM can do, and whether it answers as the simulated one does.
enum KVMCommand {
  static let command = Command(
    "kvm", summary: "Ask this machine's KVM, case by case, and run a guest.",
    discussion: """
      Shows what KVM can do, which ioctl memory is set by, what a guest of a few instructions proves of the
      flags, and each case of KVM's table as the simulated and the running kernel answer it. A proof that
      does not hold or an answer that differs makes the exit status 1.
      """,
    options: Output.options
  ) { arguments, console in
    let output = try Output(arguments)
    let report = try KVMReport()
    try output.show(report, on: &console)
    return report.holds ? .success : .checkFailed
  }
}
