import Callers
import ExtensibleStructs
import KernelInterfaces

// A refusal is the caller's mistake, or an older kernel's honest answer. Where a careful caller is refused by the
// kernel of its own version it is neither: nobody can use that version, or that extension.
//
// Other habits follow the careful one. A caller with a bad habit whose refusal is the same, errno and step, as the
// careful one's with the same extensions is unusable too: without the habit it would fare no better. Refused in
// another step it is rejected: that refusal names the caller's own mistake, and the careful row has the other.

extension MatrixRun {
  /// The judgement of a caller on the kernel of its own version: a refusal that a careful caller meets as well is
  /// ``Matrix/Verdict/unusable``.
  func own(_ judgement: Matrix.Judgement, of caller: Matrix.User, tailMapped: Bool) -> Matrix.Judgement {
    guard judgement.verdict == .rejected, let rejection = judgement.rejection else { return judgement }
    guard let careful = refusal(caller.version, caller.features, tailMapped: tailMapped),
      (careful.step, careful.errno) == (rejection.step, rejection.errno),
      !isDeclaredConflict(caller, careful, tailMapped: tailMapped)
    else { return judgement }
    return Matrix.Judgement(verdict: .unusable, rejection: rejection, bytes: bytes(of: rejection))
  }

  /// Why the kernel of version `version` refuses a careful caller of that version; nil if it takes the call.
  private func refusal(_ version: Int, _ features: UInt64, tailMapped: Bool) -> Rejection? {
    let caller = Matrix.User(version: version, features: features, habit: .careful)
    let user = structs.bytes(caller.program, codecs[version])
    guard
      case .failure(let rejection) = simulate(user, memory(of: user, tailMapped: tailMapped), on: version)
        .result
    else {
      return nil
    }
    return rejection
  }

  /// Whether it is as declared that these extensions exclude each other: each of them alone passes that check.
  private func isDeclaredConflict(_ caller: Matrix.User, _ rejection: Rejection, tailMapped: Bool) -> Bool {
    rejection.step == .flagConflict
      && structs.extensions.indices.filter(caller.uses).allSatisfy { index in
        refusal(caller.version, 1 << UInt64(index), tailMapped: tailMapped)?.step != .flagConflict
      }
  }

  /// The member that the refusal is about; nothing where it is about a size outside the struct.
  private func bytes(of rejection: Rejection) -> [Range<Int>] {
    switch rejection.step {
    case .minimum, .maximum:
      guard interface.newest.scheme.readsSizeMember else { return [] }
    case .absent, .privilege, .flagsArgument, .nullPointer, .dispatch: return []
    default: break
    }
    return interface.history.layout.field(containing: rejection.offset).map { [$0.range] } ?? []
  }
}
