import ExtensibleStructs
import TestSupport

// What the compiler makes fixed codecs of.

enum PaddedTo40: FixedScheme { static var scheme: Scheme { .staticPad(to: 40) } }
enum PaddedTo48: FixedScheme { static var scheme: Scheme { .staticPad(to: 48) } }
enum CheckedTo48: FixedScheme { static var scheme: Scheme { .staticPadChecked(to: 48) } }
enum NewPaddedIoctl: FixedScheme { static var scheme: Scheme { .newIoctl(paddedTo: 48) } }
enum Unversioned: FixedScheme { static var scheme: Scheme { .unversioned } }
enum DRM: FixedScheme {
  static var scheme: Scheme {
    Scheme("drm", size: .command(.anySize(Scheme.Bounds()))).with { $0.input?.tail = .fetched }
  }
}
enum PaddedTo32: FixedScheme { static var scheme: Scheme { .staticPad(to: 32) } }

/// Three versions, and pad behind them that is part of the struct already.
struct Roomy: ExtensibleStruct {
  var kind: UInt32 = 0
  var flags: UInt32 = 0
  var address: UInt64 = 0
  var limit: UInt64 = 0
  var cookie: UInt64 = 0
  var pad: UInt64 = 0

  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "roomy", flags: \.flags, known: 0b11) {
      Published("VER0", through: \.address)
      Published("VER1", through: \.limit, gate: 4)
      Published("VER2", through: \.cookie, gate: 8)
      Reserved(\.pad)
    }
  }

  static let shape = Shape(sizes: [16, 24, 32], gates: [0, 4, 8], flags: (4, 4), known: 3)
}

/// A size of one byte and flags of two, in the first word.
struct Narrow: ExtensibleStruct {
  var kind: UInt8 = 0
  var size: UInt8 = 0
  var flags: UInt16 = 0
  var low: UInt32 = 0
  var high: UInt32 = 0
  var extra: UInt16 = 0
  var more: UInt16 = 0

  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "narrow", size: \.size, flags: \.flags, known: 0x7fff) {
      Published("VER0", through: \.low)
      Published("VER1", through: \.high, gate: 0x2000)
      Published("VER2", through: \.more, gate: 0x4000)
    }
  }

  static let shape = Shape(
    sizes: [8, 12, 16], gates: [0, 0x2000, 0x4000], flags: (2, 2), known: 0x7fff, size: (1, 1))
}

/// 12 bytes, with flags and size in the last four: no aligned word of it holds them.
struct Odd: ExtensibleStruct {
  var address: UInt32 = 0
  var kind: UInt32 = 0
  var flags: UInt16 = 0
  var size: UInt16 = 0

  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "odd", size: \.size, flags: \.flags, known: 0x7fff) {
      Published("VER0", through: \.size)
    }
  }

  static let shape = Shape(
    sizes: [12, 12, 12], gates: [0, 0, 0], flags: (8, 2), known: 0x7fff, size: (10, 2))
}

/// Its compiler would insert padding.
struct Gap: ExtensibleStruct {
  var flags: UInt32 = 0
  var address: UInt64 = 0

  static let history = Declaration(Self.self, "gap", flags: \.flags) { Published("VER0", through: \.address) }
}
