import ExtensibleStructs
import TestSupport

/// A struct without a size member, of three versions, each extension behind a flag.
///
///     0      4       8          16      20          24       32           40
///     ├ kind ┼ flags ┼ address ─┼ limit ┼ reserved1 ┼ cookie ┼ label[4] ──┤
///     VER0 ─────────────────────┤ VER1: bit 2 ──────┤ VER2: bits 3, 4 ────┤
struct Parcel: ExtensibleStruct {
  var kind: UInt32 = 0
  var flags: ParcelFlags = []
  var address: UInt64 = 0
  var limit: UInt32 = 0
  var reserved1: UInt32 = 0
  var cookie: UInt64 = 0
  var label: InlineArray<4, UInt16> = .init(repeating: 0)

  static let history = Declaration(
    Self.self, "parcel", flags: \.flags, known: 0b11
  ) {
    Published("VER0", through: \.address)
    Published("VER1", through: \.reserved1, gate: ParcelFlags.limit)
    Published("VER2", through: \.label, gate: [.cookie, .label] as ParcelFlags)
    FlagsField.Conflict(0b100, excludes: 0b10)
    Reserved(\.reserved1)
  }

  /// The same in numbers.
  static let shape = Shape(
    sizes: [16, 24, 40], gates: [0, 4, 24], flags: (4, 4), known: 3, reserved: [20..<24],
    conflicts: [(4, 2)])

  /// With a `u64 size` where the first version ended.
  static let sizedShape = Shape(
    sizes: [24, 32, 48], gates: [0, 4, 24], flags: (4, 4), known: 3, size: (16, 8), reserved: [28..<32],
    conflicts: [(4, 2)])
}

struct ParcelFlags: OptionSet, BitwiseCopyable, Hashable, Sendable {
  var rawValue: UInt32
  static let fast = ParcelFlags(rawValue: 1)
  static let fragile = ParcelFlags(rawValue: 2)
  static let limit = ParcelFlags(rawValue: 4)
  static let cookie = ParcelFlags(rawValue: 8)
  static let label = ParcelFlags(rawValue: 16)
}

/// A struct that begins with its size, as `sched_attr` does; its last version has no flag.
///
///     0      4        8       16     20     24       32
///     ├ size ┼ policy ┼ flags ┼ low  ┼ high ┼ extra ─┤
///     VER0 ───────────────────┤ VER1 ───────┤ VER2 ──┤
struct Ledger: ExtensibleStruct, Hashable {
  var size: UInt32 = 0
  var policy: UInt32 = 0
  var flags: UInt64 = 0
  var low: UInt32 = 0
  var high: UInt32 = 0
  var extra: UInt64 = 0

  static let history = Declaration(Self.self, "ledger", size: \.size, flags: \.flags, known: 0x1f) {
    Published("VER0", through: \.flags)
    Published("VER1", through: \.high, gate: 0x60)
    Published("VER2", through: \.extra)
  }

  static let shape = Shape(
    sizes: [16, 24, 32], gates: [0, 0x60, 0], flags: (8, 8), known: 0x1f, size: (0, 4))
}

/// A codec for `Parcel`, as a version of it under a scheme.
func parcel(
  _ scheme: Scheme, version: Int = 2, size: Int? = nil
) throws -> Codec {
  try Codec(History(Parcel.self), scheme, version: version, size: size)
}

/// A codec for `Ledger`, as a version of it under a scheme.
func ledger(
  _ scheme: Scheme, version: Int = 2, size: Int? = nil
) throws -> Codec {
  try Codec(History(Ledger.self), scheme, version: version, size: size)
}
