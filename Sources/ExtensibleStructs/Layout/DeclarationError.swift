/// A struct declared in a way that a UAPI review would refuse: which struct, which field, which byte, why.
public struct DeclarationError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Cause: Hashable, Sendable {
    /// The struct has no members.
    case noFields
    /// A size, alignment or offset is zero, negative or beyond 1 MiB.
    case impossibleSize
    /// Two members bear the same name.
    case duplicateName
    /// A member begins before the one in front of it ends.
    case overlap
    /// The compiler would insert pad here, of this many bytes, whose content nobody sets.
    case implicitPadding(bytes: Int)
    /// The offset is no multiple of the member's natural alignment: 32-bit callers would lay it out otherwise.
    case misaligned(to: Int)
    /// A member is of this type, whose width depends on the caller, or that is no integer.
    case notFixedWidth(String)
    /// A tuple, which C would need to be an array, has elements of different types.
    case mixedTuple(String)
    /// Swift imports nothing of these many bytes of a C struct: pad, a bit-field, or a member of an anonymous union.
    case notImported(bytes: Int)
    /// A member of a C struct is not at a multiple of its natural alignment, since the struct is packed.
    case packed(to: Int)
    /// A member that is declared by its place does not lie in the struct, whose size is this.
    case outsideStruct(Int)
    /// Something that a declaration names, said in words, is no stored member of the struct.
    case notStored(String)
    /// A declaration names a part of a member, or of an embedded struct.
    case partOfMember
    /// The members found do not add up to the Swift struct: its `MemoryLayout` differs.
    case notAsDeclared
    /// No version is published.
    case noVersions
    /// A version is no longer than the one in front of it.
    case versionDoesNotGrow(String)
    /// A version ends in the middle of the field.
    case versionCutsField(String)
    /// A version ends where an array of the struct would not stay aligned to this many bytes.
    case versionMisaligned(String, to: Int)
    /// A version ends behind the struct, whose size is the second.
    case versionBeyondStruct(String, size: Int)
    /// Behind this version there is no place for the `u64 size` that a scheme adds: the version ends off a multiple of 8.
    case noPlaceForSize(String)
    /// Two versions bear the same name.
    case duplicateVersion(String)
    /// Members behind the newest version are neither published nor reserved.
    case unpublished
    /// A key path or name does not lead to a member.
    case noSuchField
    /// The first version cannot be gated: it is what a caller without flags means.
    case gatedFirstVersion
    /// The gate of this version has bits that the flags field does not have.
    case impossibleGate(String, UInt64)
    /// Known flags include bits that the flags field does not have.
    case impossibleFlags(UInt64)
    /// Flags that exclude each other include bits that no version knows.
    case unknownConflict(UInt64)
    /// The size and the flags are one member.
    case sizeIsFlags
    /// A gate is named, or flags that exclude each other, and the history has no flags field.
    case noFlagsField
    /// The flags or size field does not lie inside the first version, so an old struct has none.
    case outsideFirstVersion
    /// The flags or size field is not an integer of 1, 2, 4 or 8 bytes.
    case notAnInteger
  }

  /// The struct's C name.
  public var structure: String

  /// What is wrong.
  public var cause: Cause

  /// The member at fault, or nil where the struct as a whole is.
  public var field: String?

  /// The byte at which it goes wrong, from the start of the struct.
  public var byte: Int

  /// Makes an error.
  public init(_ structure: String, _ cause: Cause, field: String? = nil, byte: Int = 0) {
    self.structure = structure
    self.cause = cause
    self.field = field
    self.byte = byte
  }
}
