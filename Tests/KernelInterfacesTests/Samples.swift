import ExtensibleStructs

/// A struct without a size member, of three versions, each extension behind a flag.
struct Parcel: ExtensibleStruct {
  var kind: UInt32 = 0
  var flags: UInt32 = 0
  var address: UInt64 = 0
  var limit: UInt64 = 0
  var cookie: UInt64 = 0
  var label: UInt64 = 0

  static let history = Declaration(Self.self, "parcel", flags: \.flags, known: 0b11) {
    Published("VER0", through: \.address)
    Published("VER1", through: \.limit, gate: 4)
    Published("VER2", through: \.label, gate: 24)
  }
}

/// A struct that begins with its size.
struct Ledger: ExtensibleStruct {
  var size: UInt32 = 0
  var policy: UInt32 = 0
  var flags: UInt64 = 0

  static let history = Declaration(Self.self, "ledger", size: \.size, flags: \.flags, known: 0x1f) {
    Published("VER0", through: \.flags)
  }
}
