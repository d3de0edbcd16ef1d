import ExtensibleStructs
import KernelInterfaces

extension Question {
  /// Which flag bits the kernel takes, and whether it looks at reserved words.
  func findContent(_ finding: inout ProbeReport.Answer) throws {
    guard interface.direction == .in, try answer() == nil else { return }
    if codec.flags.width > 0 { finding.flags = try takenFlags() }
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

  /// The bits that, set alone, do not make the call fail as an unknown one does.
  private func takenFlags() throws -> UInt64 {
    var taken: UInt64 = 0
    for bit in 0..<UInt64(codec.flags.width * 8) {
      let errno = try answer { $0.flagBits |= 1 << bit }
      if errno != .EINVAL { taken |= 1 << bit }
    }
    return taken
  }
}
