import ExtensibleStructs
import KernelInterfaces

extension Question {
  /// How long the kernel's struct is, by whatever shows it.
  func findSize(_ finding: inout ProbeReport.Answer) throws {
    switch codec.scheme.size.source {
    case .fixed, .flags:
      finding.size = try fetched()
      finding.method = "the first byte that need not be mapped"
    case .elements:
      finding.size = try fetched()
      finding.method = "the first byte behind one element that need not be mapped"
    case .pointer:
      let needed = try outcome().usize
      finding.size = needed.map { Int($0) }
      finding.method = "the size that the kernel needs is written"
    case .command where codec.scheme.bounds == nil: try findDispatched(&finding)
    case .member, .argument, .command:
      let zero = try answer {
        $0.usize = 0
        $0.length = codec.size
      }
      finding.sizeZero = zero?.description ?? (codec.scheme.readsSizeMember ? "means VER0" : "taken")
      if interface.direction == .in { try findTaken(&finding) } else { try findHandedOut(&finding) }
    }
  }

  /// How many bytes have to be mapped for the kernel to be content.
  private func fetched() throws -> Int? {
    try (0...codec.size + 64).first { mapped in
      try answer {
        $0.usize = codec.size
        $0.mapped = mapped
      } != .EFAULT
    }
  }

  /// The one size whose ioctl number the kernel knows.
  private func findDispatched(_ finding: inout ProbeReport.Answer) throws {
    var unknown = LinuxErrno.ENOTTY
    if case .command(.publishedSizes(let otherwise)) = codec.scheme.size { unknown = otherwise }
    let known = try (0...1024).filter { size in try answer { $0.usize = size } != unknown }
    finding.size = known.count == 1 ? known[0] : nil
    finding.method =
      known.count == 1 ? "the only size that is known" : "\(known.count) sizes are known"
    finding.sizeZero = known.contains(0) ? "taken" : "\(unknown)"
    finding.tail = "\(unknown)"
  }

  /// The first byte that may not be set because the kernel does not know it.
  private func findTaken(_ finding: inout ProbeReport.Answer) throws {
    if let written = try writtenBack() {
      finding.size = written
      finding.method = "written back to a size of 1"
    }
    guard let least = try leastSize() else {
      finding.method = "no size is taken"
      return
    }
    let first = try (least..<Question.limit).first { byte in
      try answer {
        $0.usize = byte + 1
        $0.patches.append((byte, 0x80))
      } == .E2BIG
    }
    // Where every size above the least is refused, there can be no tail.
    if first == nil, let refused = try answer({ $0.usize = least + 1 }) {
      finding.tail = "\(refused)"
      finding.size = finding.size ?? least
      finding.method = "the only size that is taken"
      return
    }
    guard let first else {
      finding.tail = "not looked at"
      if finding.size == nil { finding.method = "the tail is not looked at, so the size cannot be found" }
      return
    }
    finding.tail = "E2BIG"
    if finding.size == nil { finding.method = "the first byte that is E2BIG" }
    finding.size = finding.size ?? first
  }

  /// The size that the kernel writes into the struct of a user whose size is 1.
  private func writtenBack() throws -> Int? {
    guard codec.scheme.readsSizeMember else { return nil }
    let outcome = try outcome { $0.usize = 1 }
    let size = codec.sizeMember.value(in: outcome.memory)
    return outcome.errno == .E2BIG && size != 1 ? Int(size) : nil
  }

  /// How many bytes the kernel writes to memory that is longer than any struct of its.
  private func findHandedOut(_ finding: inout ProbeReport.Answer) throws {
    let longest = min(Question.limit, codec.scheme.bounds?.maximum?.bytes ?? Question.limit)
    let outcome = try outcome { $0.usize = longest }
    guard outcome.errno == nil else {
      finding.method = "a long buffer is \(outcome.errno.words)"
      return
    }
    let written = (outcome.memory.lastIndex { $0 != 0xff } ?? -1) + 1
    let isZeroed = written == longest
    finding.tail = isZeroed ? "zeroed" : "left alone"
    let reported = codec.sizeMember.width > 0 ? Int(codec.sizeMember.value(in: outcome.memory)) : 0
    if (codec.version0..<longest).contains(reported) {
      finding.size = reported
      finding.method = "the size that it reports"
    } else if !isZeroed {
      finding.size = written
      finding.method = "the last byte that it writes"
    } else {
      finding.size = try clearedBeforeFault()
      finding.method = "the first byte cleared before a fault"
    }
  }

  /// Where the kernel begins to clear the user's tail, seen by letting it run into memory that is not mapped:
  /// the tail is cleared before the head is copied.
  private func clearedBeforeFault() throws -> Int? {
    let outcome = try outcome {
      $0.usize = Question.limit
      $0.mapped = Question.limit / 2
      for byte in codec.version0..<codec.size { $0.patches.append((byte, 0xff)) }
    }
    guard outcome.errno == .EFAULT, codec.version0 < outcome.memory.count else { return nil }
    return outcome.memory[codec.version0...].firstIndex(of: 0)
  }
}
