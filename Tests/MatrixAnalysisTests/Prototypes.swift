import ExtensibleStructs

/// A struct that grew twice behind flags, as a prototype would declare it.
struct Ring: ExtensibleStruct {
  var flags: UInt32 = 0
  var entries: UInt32 = 0
  var address: UInt64 = 0
  var deadline: UInt64 = 0
  var weight: UInt64 = 0

  static let history = Declaration(Self.self, "ring_setup", flags: \.flags, known: 0x1) {
    Published("VER0", through: \.address)
    Published("VER1", through: \.deadline, gate: 0x2)
    Published("VER2", through: \.weight, gate: 0x4)
  }
}

/// A struct that grew without a flag: its bytes always count.
struct Ungated: ExtensibleStruct {
  var flags: UInt64 = 0
  var address: UInt64 = 0
  var weight: UInt64 = 0

  static let history = Declaration(Self.self, "ungated", flags: \.flags) {
    Published("VER0", through: \.address)
    Published("VER1", through: \.weight)
  }
}
