public import CUAPI
public import ExtensibleStructs

// A C struct is public, so that its conformance is, too.

extension cuapi_sample: DeclaredStruct {
  /// One version.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "cuapi_sample", size: \.size, flags: \.flags) {
      Published("VER0", through: \.label)
    }
  }
}

extension cuapi_padded: DeclaredStruct {
  /// One version.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "cuapi_padded") { Published("VER0", through: \.address) }
  }
}

extension cuapi_event: DeclaredStruct {
  /// Everything that Swift does not import, by its place.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(
      Self.self, "cuapi_event", size: \.size, flagsPlace: Member("bits", at: 24, size: 8), known: 0b01
    ) {
      Member("period", at: 16, size: 8)
      Published("VER0", size: 32)
      Member("low", at: 40, size: 4)
      Reserved("high", at: 44, size: 4)
      Published("VER1", through: \.last, gate: 0b10)
    }
  }
}

extension cuapi_packed: DeclaredStruct {
  /// One version.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "cuapi_packed") { Published("VER0", through: \.address) }
  }
}

extension cuapi_packed_end: DeclaredStruct {
  /// One version.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "cuapi_packed_end") { Published("VER0", through: \.flags) }
  }
}

extension cuapi_packed_well: DeclaredStruct {
  /// One version.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "cuapi_packed_well") { Published("VER0", through: \.notifyFD) }
  }
}

extension cuapi_flexible: DeclaredStruct {
  /// One version.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "cuapi_flexible") { Published("VER0", through: \.flags) }
  }
}

extension cuapi_bits: DeclaredStruct {
  /// One version, of which nothing is declared.
  public static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "cuapi_bits") { Published("VER0", size: 4) }
  }
}
