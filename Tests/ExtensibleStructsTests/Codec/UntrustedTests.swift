import ExtensibleStructs
import TestSupport
import Testing

/// A struct that is shorter than a word.
private struct Knob: ExtensibleStruct, Hashable {
  var flags: UInt16 = 0
  var turn: UInt16 = 0

  static let history = Declaration(Self.self, "knob", flags: \.flags, known: 0x3) {
    Published("VER0", through: \.turn)
  }
}

private enum ManyKnobs: FixedScheme {
  static var scheme: Scheme {
    Scheme("array", size: .elements(Scheme.Elements(0, through: 8, else: .EINVAL)))
  }
}

/// Memory that puts a shorter span in the place of the one it was handed, which Swift's rules allow.
private struct Swindler: UserMemory {
  var isNull: Bool { false }
  mutating func getUser(at offset: Int, width: Int) throws(Fault) -> UInt64 { 0 }
  mutating func putUser(_ value: UInt64, at offset: Int, width: Int) throws(Fault) {}
  mutating func copyFromUser(
    at offset: Int, count: Int, into kernel: inout MutableRawSpan
  ) throws(Fault) { kernel = kernel._consumingExtracting(first: 4) }
  mutating func copyToUser(at offset: Int, count: Int, from kernel: RawSpan) throws(Fault) {}
  mutating func clearUser(at offset: Int, count: Int) throws(Fault) {}
  mutating func checkZeroedUser(at offset: Int, count: Int) throws(Fault) -> Int? { nil }
}

@Suite("What nobody should hand a codec, and somebody will")
struct UntrustedTests {
  @Test(arguments: 0...5)
  func `a value of any length, for a struct shorter than a word`(length: Int) throws {
    let lax = Scheme.newIoctl.with { $0.input?.unknownFlags = .ignored }
    for scheme in [Scheme.newIoctl, lax] {
      let codec = try Codec(History(Knob.self), scheme)
      let value = [UInt8]([1, 0, 7, 0, 0].prefix(length))
      if length < 4 {
        #expect(throws: Codec.EncodingError.valueTooShort(missing: 4 - length)) { try encode(codec, value) }
      } else {
        #expect(try encode(codec, value) == [1, 0, 7, 0])
      }
    }
  }

  @Test func `no least size`() throws {
    let scheme = Scheme(
      "lax", size: .argument(Scheme.Bounds(.none, Scheme.Maximum(bytes: 64, errno: .E2BIG))))
    expectRejected(take(try parcel(scheme), [], usize: 65), "maximum", Reference.E2BIG, at: 0)
    expectRejected(take(try parcel(scheme), [], usize: .max), "maximum", Reference.E2BIG, at: 0)
    expectTaken(take(try parcel(scheme), [], usize: 0), [UInt8](repeating: 0, count: 40), usize: 0, flags: 0)
  }

  @Test func `an array in the place of a value`() throws {
    let scheme = Scheme("array", size: .elements(Scheme.Elements(0, through: 8, else: .EINVAL)))
    #expect(throws: SchemeError("parcel", .takesArray("array"))) { try StructCodec<Parcel>(scheme) }
    #expect(throws: SchemeError("knob", .takesArray("array"))) { try FixedCodec<Knob, ManyKnobs>() }
  }

  @Test func `a kernel's struct that is shorter than the pad`() throws {
    let scheme = Scheme.sizeAndFlagFirst.with { $0.capacity = .padded(to: 64, fromVersion: 0) }
    let codec = try ledger(scheme, size: 24)
    #expect(codec.size == 24 && codec.version0 == 24)
    let bytes = Array(fullLedger(size: 24).prefix(24))
    expectTaken(take(codec, bytes), bytes, usize: 24, flags: 0)
  }

  @Test func `memory that takes the kernel's struct away`() async {
    await #expect(processExitsWith: .failure) {
      var memory = Swindler()
      var bytes = [UInt8](repeating: 0, count: 40)
      var span = bytes.mutableSpan
      var kernel = unsafe span.mutableBytes
      try memory.copyStructFromUser(into: &kernel, ksize: 40, usize: 16)
    }
    await #expect(processExitsWith: .failure) {
      let codec = try parcel(.unversioned)
      var memory = Swindler()
      var bytes = [UInt8](repeating: 0, count: 40)
      var span = bytes.mutableSpan
      var kernel = unsafe span.mutableBytes
      _ = try codec.receive(from: &memory, into: &kernel)
    }
  }
}
