import KVMBackend

/// What the machine that runs the tests has.
enum RunningMachine {
  static let hasKVM: Bool = if case .available? = try? KVMAvailability.probe() { true } else { false }
}
