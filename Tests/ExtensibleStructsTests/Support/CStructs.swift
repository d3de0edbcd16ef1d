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
