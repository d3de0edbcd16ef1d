package import ExtensibleStructs

/// A call of which every schedule is tried: a kernel, and the caller's struct before the second thread writes.
package struct RaceCall: Sendable {
  /// The kernel.
  package let kernel: Codec
  /// Where the kernel's later code looks for the size.
  package var trust: RaceSubject.Trust
  /// The caller's struct, and what lies behind it.
  package var memory: [UInt8]
  /// The caller's size, where it travels outside the struct.
  package var usize: Int
  /// How many copies the kernel makes of a struct that it accepts: its last fetch is the last of them.
  let copies: Int

  /// Describes a call.
  ///
  /// - Parameters:
  ///   - memory: The caller's struct and what lies behind it; memory beyond it faults.
  ///   - usize: The length of the caller's struct, which is the size in the ioctl number or argument.
  package init(_ kernel: Codec, memory: [UInt8], usize: Int, trust: RaceSubject.Trust = .judged) {
    self.kernel = kernel
    self.trust = trust
    self.memory = memory
    self.usize = usize
    copies = kernel.checks.steps.count {
      switch $0.action {
      case .fetchVersion0, .peek, .copy, .copyAll: true
      default: false
      }
    }
  }

  /// The member of which the kernel learns the size; of width 0 if it is not in the struct.
  var deciding: IntegerMember {
    switch kernel.scheme.size.source {
    case .member: kernel.sizeMember
    case .flags: kernel.flags
    case .argument, .command, .fixed, .elements, .pointer: .absent
    }
  }

  /// The end of what the caller declares whose deciding member has this value.
  func declared(_ value: UInt64) -> Int {
    switch kernel.scheme.size.source {
    case .member: max(kernel.version0, Int(clamping: value))
    case .flags: kernel.extent(of: value)
    case .argument, .command, .fixed, .elements, .pointer: usize
    }
  }

  /// Which properties a successful run broke.
  ///
  /// - Parameters:
  ///   - received: what the kernel goes by.
  ///   - first: the deciding member as the first fetch had it.
  ///   - copied: the end of the bytes that were copied.
  ///   - kernel: the kernel's struct.
  @inline(__always)
  func broken(_ received: Received, first: UInt64, copied: Int, in bytes: RawSpan) -> BrokenProperties {
    var verdict = BrokenProperties()
    switch kernel.scheme.size.source {
    case .member:
      let judged =
        first == 0 && kernel.scheme.member?.zero == .meansVersion0 ? UInt64(kernel.version0) : first
      let used =
        trust == .judged
        ? UInt64(received.usize)
        : bytes.integer(at: kernel.sizeMember.offset, width: kernel.sizeMember.width) ?? 0
      if used != (trust == .judged ? judged : first) { verdict.insert(.validatedIsUsed) }
    case .flags:
      if (first ^ received.flags) & kernel.gateMask != 0 { verdict.insert(.validatedIsUsed) }
    case .argument, .command, .fixed, .elements, .pointer: break
    }
    if received.flags & kernel.gateMask != 0, kernel.extent(of: received.flags) > copied {
      verdict.insert(.gatedMeansFetched)
    }
    if kernel.flags.width > 0,
      bytes.integer(at: kernel.flags.offset, width: kernel.flags.width) != received.flags
    {
      verdict.insert(.gatedMeansFetched)
    }
    return verdict
  }
}

/// The properties that one run broke.
struct BrokenProperties: OptionSet, Hashable, Sendable {
  var rawValue: UInt8 = 0

  @inline(__always)
  mutating func insert(_ property: RaceProperty) { rawValue |= 1 << UInt8(property.rawValue) }

  @inline(__always)
  func contains(_ property: RaceProperty) -> Bool { rawValue >> UInt8(property.rawValue) & 1 == 1 }
}
