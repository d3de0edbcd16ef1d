import ExtensibleStructs
import KernelInterfaces

extension Question {
  /// Which flag bits the kernel takes, and whether it looks at reserved words.
  func findContent(_ finding: inout ProbeReport.Answer) throws {
    guard interface.direction == .in, try answer() == nil else { return }
    if codec.flags.width > 0 {
      let (taken, notBuiltIn) = try knownFlags()
      (finding.flags, finding.flagsNotBuiltIn) = (taken, notBuiltIn)
    }
    let reserved = interface.history.layout.fields.filter {
      $0.isReserved && $0.range.upperBound <= codec.size
    }
    guard !reserved.isEmpty else { return }
    let refused = try reserved.compactMap { field in
      try answer { $0.patches.append((field.offset, 0x80)) }
    }
    finding.pad =
      refused.isEmpty
      ? "not looked at"
      : refused.count == reserved.count ? "\(refused[0])" : "some: \(refused[0])"
  }

  /// The bits that, set alone, do not make the call fail as an unknown one does: those that are taken, and those that
  /// the kernel was built without.
  private func knownFlags() throws -> (taken: UInt64, notBuiltIn: UInt64) {
    var (taken, notBuiltIn): (UInt64, UInt64) = (0, 0)
    for bit in 0..<UInt64(codec.flags.width * 8) {
      let errno = try rawErrno { $0.flagBits |= 1 << bit }
      let passing = errno.flatMap { interface.call?.passing($0) }
      if passing?.kind == .configuration {
        notBuiltIn |= 1 << bit
      } else if passing != nil || errno != .EINVAL {
        taken |= 1 << bit
      }
    }
    return (taken, notBuiltIn)
  }
}
