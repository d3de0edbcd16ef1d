package import KVMBackend
import KernelInterfaces
package import MatrixAnalysis
import RunningKernel
import UAPICatalog

/// What this machine's KVM can do, what a guest proved of it, and how it compares with the simulated one.
///
///     print(try KVMReport())
public struct KVMReport: Sendable {
  /// The running kernel's name.
  public let kernel: String
  /// What KVM can do with a machine's memory.
  package let abilities: KVMAbilities
  /// What a guest showed, for each ioctl; empty where no guest can be run.
  package internal(set) var proofs: [Proof] = []
  /// Which ioctl sets which memory on this kernel, and on one that has the old ioctl alone: a sentence each.
  package internal(set) var negotiation: [String] = []
  /// Each case, answered by both kernels.
  package internal(set) var cases: [Case]
  /// The interfaces that were not compared, each with the reason.
  package internal(set) var skipped: [String]
  /// The cells of the matrix that KVM can express, replayed.
  package internal(set) var matrix: Matrix

  /// Whether every proof held and every answer was the same.
  public var holds: Bool {
    proofs.allSatisfy(\.held) && cases.allSatisfy(\.agrees) && matrix.confirmations.contradicted == 0
  }

  /// Asks this machine's KVM.
  ///
  /// - Throws: ``KVMBackend/KVMError`` if there is no KVM here.
  public init() throws {
    let kvm = try KVM()
    abilities = try kvm.createVM().readAbilities()
    kernel = RunningKernel().name
    (cases, skipped) = try KVMCases(release: RunningKernel.release).run()
    let replay = try KVMReplay()
    guard let structure = try Catalog.structures().first(where: { $0.name == replay.structure }) else {
      throw InterfaceError(replay.structure, .noFacts)
    }
    let schemes = structure.schemes.filter { replay.version(under: $0) != nil }
    matrix = try Matrix(structure.history, schemes: schemes, samples: replay.samples)
    try matrix.confirm(by: replay, on: kernel)
    #if arch(x86_64)
      for ioctl in abilities.userMemory2 ? RegionIoctl.allCases : [.region] {
        for claim in Proof.Claim.allCases { proofs.append(try kvm.proof(claim, using: ioctl)) }
      }
    #endif
    negotiation = try KVMReport.negotiate(kvm, abilities)
  }

  /// Asks for plain memory and for a guest_memfd, on this kernel and on one that only has the old ioctl.
  private static func negotiate(_ kvm: KVM, _ abilities: KVMAbilities) throws -> [String] {
    let old = KVMAbilities(readonlyMemory: abilities.readonlyMemory)
    var lines: [String] = []
    for (name, abilities) in [("this kernel", abilities), ("a kernel with the old ioctl alone", old)] {
      let vm = try kvm.createVM()
      let memory = try GuestMemory(length: 0x1_0000)
      let plain = try vm.setMemory(MemorySlot(1, at: 0x10_0000, memory), abilities: abilities)
      lines.append("\(name): plain memory is set by \(plain.name)")
      do throws(KVMError) {
        let slot = MemorySlot(2, at: 0x20_0000, memory, flags: .guestMemfd)
        let ioctl = try abilities.ioctl(for: slot)
        lines.append("\(name): a guest_memfd is set by \(ioctl.name)")
      } catch { lines.append("\(name): a guest_memfd is refused: \(error)") }
    }
    return lines
  }
}
