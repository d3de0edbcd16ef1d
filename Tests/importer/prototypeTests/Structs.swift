import CDriver
import ExtensibleStructs

/// A Swift struct of every kind of member.
struct Ring: ExtensibleStruct {
  struct Range: BitwiseCopyable, Sendable {
    var first: UInt32 = 0
    var count: UInt32 = 0
  }
  var size: UInt32 = 0
  var notifyFD: UInt32 = 0
  var flags: UInt64 = 0
  var useTLSKey: UInt64 = 0
  var ranges: InlineArray<2, Range> = .init(repeating: Range())
  var label: InlineArray<4, UInt16> = .init(repeating: 0)
  var resampleFD: UInt32 = 0
  var reserved: UInt32 = 0

  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "ring", size: \.size, flags: \.flags, known: 0x1) {
      Member(\.resampleFD, "resamplefd")
      Published("VER0", through: \.label)
      Published("VER1", through: \.reserved, gate: 0x2)
      Reserved(\.reserved)
    }
  }
}

extension driver_setup: DeclaredStruct {
  /// What Swift does not import is declared by its place.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(
      Self.self, "driver_setup", size: \.size, flagsPlace: Member("bits", at: 8, size: 8), known: 0x1
    ) {
      Member("period", at: 16, size: 8)
      Published("VER0", size: Int(DRIVER_SETUP_SIZE_VER0))
      Published("VER1", size: Int(DRIVER_SETUP_SIZE_VER1), gate: 0x2)
    }
  }
}

extension driver_packed: DeclaredStruct {
  /// It cannot be extended as it is.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "driver_packed") { Published("VER0", through: \.address) }
  }
}
