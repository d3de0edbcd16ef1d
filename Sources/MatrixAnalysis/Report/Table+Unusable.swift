import ExtensibleStructs
import KernelInterfaces

extension Matrix.Table {
  /// A sentence for each reason why a version, or an extension of it, is refused by the kernel of that version.
  var refusedByOwnKernel: [String] {
    var order: [String] = []
    var subjects: [String: [String]] = [:]
    for version in interface.history.versions.indices {
      let own = cells(of: .careful).filter { $0.user.version == version && $0.kernel == version }
      let refused = own.filter { $0.judgement.verdict == .unusable }
      for cell in refused where subjects[cell.judgement.refusal] == nil {
        order.append(cell.judgement.refusal)
        subjects[cell.judgement.refusal] = []
      }
      for reason in Set(refused.map(\.judgement.refusal)) {
        // The first cell has the fewest extensions.
        guard let first = refused.first(where: { $0.judgement.refusal == reason }) else { continue }
        subjects[reason]?.append(subject(first, isWhole: refused.count == own.count))
      }
    }
    return order.map { sentence(subjects[$0] ?? [], $0) }
  }

  /// `VER1`, or `VER1 with guest_memfd_offset` if a caller that does not use it is taken.
  private func subject(_ cell: Matrix.Cell, isWhole: Bool) -> String {
    let extensions = interface.history.extensions
    let used = extensions.indices.filter(cell.user.uses).map { extensions[$0].name }
    guard !isWhole, !used.isEmpty else { return version(cell.user.version) }
    return "\(version(cell.user.version)) with \(used.joined(separator: " and "))"
  }

  private func sentence(_ subjects: [String], _ reason: String) -> String {
    let most = 3
    let named = subjects.prefix(most).joined(separator: ", ")
    let rest = subjects.count > most ? " and \(subjects.count - most) more" : ""
    return subjects.count == 1
      ? "\(named) is refused by its own kernel (\(reason))"
      : "\(named)\(rest) are refused by their own kernels (\(reason))"
  }
}
