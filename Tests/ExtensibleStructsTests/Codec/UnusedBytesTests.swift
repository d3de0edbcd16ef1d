import ExtensibleStructs
import TestSupport
import Testing

/// Parcels on a wire of 48 bytes, of which version 2 gives 40 a meaning.
@Suite("Bytes that the kernel has no use for")
struct UnusedBytesTests {
  /// Every byte is zero beside the flags and the one named.
  private func bytes(flags: UInt64, set at: Int) -> [UInt8] {
    var bytes = StructBytes(.u32("kind"), .u32("flags", flags)).bytes + [UInt8](repeating: 0, count: 40)
    bytes[at] |= 0x10
    return bytes
  }

  @Test(arguments: 0..<3, [0, 4, 8, 16, 4 | 8] as [UInt64])
  func `every byte of a checked pad`(version: Int, flags: UInt64) throws {
    // The members of version 0 are [0, 16); limit [16, 20) behind 4; reserved1 [20, 24); the rest behind 24.
    let known: [UInt64] = [3, 7, 31]
    guard flags & ~known[version] == 0 else { return }
    let codec = try parcel(.staticPadChecked(to: 48), version: version)
    for at in 0..<48 where !(4..<8).contains(at) {
      let verdict = take(codec, bytes(flags: flags, set: at), usize: 48)
      let end = [16, 24, 40][version]
      if at >= end || (at >= 20 && at < 24) {
        expectRejected(verdict, "pad", Reference.EINVAL, at: at)
      } else if at >= 24 && flags & 24 == 0 || at >= 16 && at < 24 && flags & 4 == 0 {
        expectRejected(verdict, "closedGate", Reference.EINVAL, at: at)
      } else {
        expectTaken(verdict, bytes(flags: flags, set: at), usize: 48, flags: flags)
      }
    }
  }

  @Test(arguments: 0..<3)
  func `nothing is looked at`(version: Int) throws {
    for at in 8..<48 {
      let verdict = try take(
        parcel(.staticPad(to: 48), version: version), bytes(flags: 0, set: at), usize: 48)
      expectTaken(verdict, bytes(flags: 0, set: at), usize: 48, flags: 0)
    }
  }

  @Test func `one is checked, the other not`() throws {
    let pad = try parcel(Scheme.staticPad(to: 48).with { $0.input?.pad = .mustBeZero(else: .ENODEV) })
    expectRejected(take(pad, bytes(flags: 0, set: 47), usize: 48), "pad", 19, at: 47)
    #expect(take(pad, bytes(flags: 0, set: 16), usize: 48).errno == nil)
    let gate = try parcel(Scheme.staticPad(to: 48).with { $0.input?.closedGate = .mustBeZero(else: .EBUSY) })
    expectRejected(take(gate, bytes(flags: 0, set: 39), usize: 48), "closedGate", 16, at: 39)
    #expect(take(gate, bytes(flags: 0, set: 40), usize: 48).errno == nil)
    #expect(take(gate, bytes(flags: 16, set: 39), usize: 48).errno == nil)
    expectRejected(take(gate, bytes(flags: 16, set: 23), usize: 48), "closedGate", 16, at: 23)
  }

  @Test func `an extension without a gate is in use`() throws {
    let scheme = Scheme.sizeArgument.with { $0.input?.closedGate = .mustBeZero(else: .EINVAL) }
    let codec = try ledger(scheme)
    var bytes = fullLedger(size: 0)
    expectRejected(take(codec, bytes, usize: 32), "closedGate", Reference.EINVAL, at: 16)
    for at in 16..<24 { bytes[at] = 0 }
    #expect(take(codec, bytes, usize: 32).errno == nil)
  }

  @Test(arguments: [0, 8])
  func `a kernel that cuts an extension in half`(slack: Int) throws {
    // The kernel's struct is 36 bytes long: what it has of the extension is behind the same gate.
    let scheme = Scheme.sizeArgument.with { $0.input?.closedGate = .mustBeZero(else: .EINVAL) }
    let codec = try parcel(scheme, version: 2, size: 36)
    for at in 24..<36 {
      let verdict = take(codec, Array(bytes(flags: 0, set: at).prefix(36)), usize: 36, slack: slack)
      expectRejected(verdict, "closedGate", Reference.EINVAL, at: at)
    }
    #expect(take(codec, bytes(flags: 0, set: 0), usize: 36, slack: slack).errno == nil)
    #expect(take(codec, fullParcel(flags: 8 | 4), usize: 36, slack: slack).errno == nil)
    expectRejected(take(codec, fullParcel(flags: 8 | 4), usize: 35), "flagBeyondSize", 22, at: 4)
    #expect(codec.gates.map(\.range) == [16..<24, 24..<36] && codec.extent(of: 8) == 36)
  }

  @Test(arguments: [0, 8])
  func `a kernel that cuts a reserved member in half`(slack: Int) throws {
    let scheme = Scheme.sizeArgument.with { $0.input?.pad = .mustBeZero(else: .EINVAL) }
    let codec = try parcel(scheme, version: 1, size: 22)
    for at in 20..<22 {
      let verdict = take(codec, Array(bytes(flags: 0, set: at).prefix(22)), usize: 22, slack: slack)
      expectRejected(verdict, "pad", Reference.EINVAL, at: at)
    }
    #expect(take(codec, bytes(flags: 0, set: 0), usize: 22, slack: slack).errno == nil)
  }
}
