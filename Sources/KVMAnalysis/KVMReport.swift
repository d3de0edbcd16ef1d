import Callers
package import Documents
import ExtensibleStructs
public import KVMBackend
import KernelInterfaces
public import MatrixAnalysis
internal import RunningKernel
import UAPICatalog

/// What this machine's KVM can do, what a guest proved of it, and how it compares with the simulated one.
public struct KVMReport: Sendable {
  /// The running kernel's name.
  public let kernel: String
  /// What KVM can do with a machine's memory.
  public let abilities: KVMAbilities
  /// What a guest showed, for each ioctl; empty where no guest can be run.
  public var proofs: [Proof] = []
  /// What came of asking for memory, with what the kernel can do, in words.
  public var negotiation: [String] = []
  /// Each case, answered by both kernels.
  public var cases: [ComparedCase]
  /// The interfaces that were not compared, each with the reason.
  public var skipped: [String]
  /// The cells of the matrix that KVM can express, replayed.
  public var matrix: Matrix

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

extension KVMReport {
  /// The report for people.
  package func report(width: Int) -> [StyledText] {
    var table = Table([.init("KVM of \(StyledText(kernel).rendered(color: false))"), .init("")])
    table.row("KVM_CAP_USER_MEMORY2 (REGION2)", yes(abilities.userMemory2))
    table.row("KVM_CAP_GUEST_MEMFD", yes(abilities.guestMemfd))
    table.row("KVM_CAP_READONLY_MEM", yes(abilities.readonlyMemory))
    table.row("KVM_CAP_NR_MEMSLOTS", StyledText("\(abilities.numberOfMemslots)"))
    var lines = table.lines(width: width) + [""]
    lines += negotiation.flatMap { paragraph(StyledText($0), width) } + [""]
    if proofs.isEmpty { lines += paragraph("No guest was run: that needs x86-64.", width) }
    for proof in proofs {
      lines += paragraph(
        (proof.held ? StyledText("✓ ", .green) : StyledText("✗ ", .red)) + StyledText("\(proof)"), width)
    }
    lines += [""] + caseTable.lines(width: width) + [""]
    for reason in skipped { lines += paragraph(StyledText("skipped: \(reason)", .yellow), width) }
    if !skipped.isEmpty { lines += [""] }
    lines += cellTable.lines(width: width) + [""]
    let wrong = cases.filter { !$0.agrees }.count
    let count = matrix.confirmations
    lines += paragraph(
      StyledText(
        "\(cases.count) calls: \(cases.count - wrong) agree, \(wrong) disagree. \(count.confirmed + count.contradicted) "
          + "cells of the matrix: \(count.confirmed) confirmed, \(count.contradicted) contradicted."), width)
    return lines
  }

  private func yes(_ flag: Bool) -> StyledText {
    flag ? StyledText("yes", .green) : StyledText("no", .yellow)
  }

  /// The calls; neighbours of one kind with the same answers share a line.
  private var caseTable: Table {
    var table = Table([.init("case"), .init("calls", .right), .init("simulated"), .init("real"), .init("")])
    var last = ""
    var index = 0
    while index < cases.count {
      let first = cases[index]
      if first.interface != last { table.section(StyledText(first.interface, .bold)) }
      last = first.interface
      var end = index + 1
      while end < cases.count, cases[end].looksLike(first) { end += 1 }
      let name = end - index > 1 ? "\(first.name) to \(cases[end - 1].name)" : first.name
      table.row(
        StyledText(name), StyledText("\(end - index)"), StyledText(first.simulated?.description ?? "OK"),
        StyledText(first.real?.description ?? "OK"), first.mark)
      index = end
    }
    return table
  }

  private var cellTable: Table {
    var table = Table([.init("cell of the matrix"), .init("verdict"), .init("real")])
    for scheme in matrix.tables {
      table.section(StyledText(scheme.scheme.name, .bold))
      for cell in scheme.cells where cell.confirmation != nil {
        let features = cell.user.features == 0 ? "" : " + \(scheme.interface.history.extensions[0].name)"
        table.row(
          StyledText("\(scheme.version(cell.user.version)) \(cell.user.habit.rawValue)\(features)"),
          StyledText(cell.judgement.errno?.description ?? cell.judgement.verdict.rawValue), cell.mark)
      }
    }
    return table
  }
}

extension ComparedCase {
  /// Whether a reader would take both for one: the same kind of case, the same answers.
  fileprivate func looksLike(_ other: ComparedCase) -> Bool {
    interface == other.interface && kind == other.kind && simulated == other.simulated && real == other.real
      && difference == other.difference
  }

  private var kind: Substring {
    name.hasSuffix("mapped") ? "mapped" : name.split(separator: " ").first ?? ""
  }

  /// A sign of agreement, or what differed.
  package var mark: StyledText {
    agrees ? StyledText("✓", .green) : StyledText("✗ " + (difference ?? ""), .red)
  }
}

extension Cell {
  var mark: StyledText {
    switch confirmation {
    case .confirmed: StyledText("✓", .green)
    case .contradicted(let what): StyledText("✗ \(what)", .red)
    case nil: StyledText("")
    }
  }
}
