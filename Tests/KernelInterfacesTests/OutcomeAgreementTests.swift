import ExtensibleStructs
import KernelInterfaces
import Testing

/// When a simulated and a running kernel count as having answered alike.
struct OutcomeAgreementTests {
  private static let simulatedFault: KernelCall.Outcome = {
    var outcome = KernelCall.Outcome(errno: .EFAULT, memory: [1, 2])
    outcome.rejection = Rejection(.answer, .EFAULT, at: 0)
    return outcome
  }()

  private static func real(_ errno: LinuxErrno?, passing: LinuxErrno? = nil, _ memory: [UInt8])
    -> KernelCall.Outcome
  {
    var outcome = KernelCall.Outcome(errno: errno, memory: memory)
    outcome.passing = passing
    return outcome
  }

  @Test(arguments: [
    // An error behind every check comes before what is written on success; any other success does not.
    (real(nil, passing: .ENOENT, [1, 2]), simulatedFault, true),
    (real(nil, [1, 2]), simulatedFault, false),
    (real(.EFAULT, [1, 2]), simulatedFault, true),
    (real(nil, passing: .ENOENT, [1, 3]), simulatedFault, false),
    // It says nothing of a fault elsewhere.
    (real(nil, passing: .ENOENT, [1, 2]), KernelCall.Outcome(errno: .EFAULT, memory: [1, 2]), false),
    (real(nil, passing: .ENOENT, [1, 2]), KernelCall.Outcome(memory: [1, 2]), true),
  ])
  func `an error behind every check`(
    real: KernelCall.Outcome, simulated: KernelCall.Outcome, isAlike: Bool
  ) throws {
    let interface = try Interface(prototype: History(Parcel.self), .sizeArgument)
    let call = KernelCall(interface, memory: KernelCall.Memory([1, 2]))
    #expect(call.isAnsweredAlike(real, simulated) == isAlike)
    #expect(call.isAnsweredAlike(simulated, real) == isAlike)
  }
}
