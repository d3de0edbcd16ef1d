/// Why bytes could not be read as BTF: the cause, its place, and what was expected there.
///
/// Every malformed input ends in one of these; none traps and none loops. A structure is checked when it is asked
/// for, so an error in one type leaves the others readable.
public struct BTFError: Error, Hashable, Sendable {
  /// The cause.
  public var code: Code
  /// The place in the bytes given.
  public var location: Location
  /// What a well-formed input has there, as a phrase.
  public var expected: String

  /// The place of the fault.
  public enum Location: Hashable, Sendable {
    /// A byte of the input, counted from its first.
    case byte(Int)
    /// A type, by its id (the first is 1), and the byte at which it or its faulty part starts.
    case type(id: UInt32, byte: Int)
  }

  /// The causes, in the order in which a reader meets them.
  public enum Code: Hashable, Sendable {
    /// The bytes are no ELF64 little-endian object, or its section table is not one.
    case notELF
    /// The object has no section `.BTF`.
    case noBTFSection
    /// The bytes end before something that has to be there.
    case truncated
    /// The first two bytes are not `BTF_MAGIC`.
    case badMagic
    /// The magic is that of a big-endian machine.
    case bigEndian
    /// The version is not `BTF_VERSION`.
    case unknownVersion
    /// The header's length or one of its sections is not within the bytes.
    case badHeader
    /// The string section does not begin and end with a zero byte.
    case badStrings
    /// The kind of a type is none of the `BTF_KIND_` numbers, so that its length is unknown.
    case unknownKind
    /// A bit of `info` that means nothing is set.
    case reservedBits
    /// A name does not lie in the string section.
    case stringOutOfRange
    /// A name is longer than ``BTF/maximumNameLength``.
    case nameTooLong
    /// A type refers to an id that is not there.
    case typeOutOfRange
    /// A type contains itself, by value or through typedefs.
    case cycle
    /// Types are nested, or typedefs chained, deeper than ``BTF/maximumDepth``.
    case tooDeep
    /// A structure has more members than ``BTF/maximumWork`` allows for.
    case tooLarge
    /// A member, or an array's element, is of a kind that has no bytes, such as a function.
    case notAnObject
    /// A size that the kind cannot have.
    case badSize
    /// A member does not lie within its structure, or starts or ends at a bit where it cannot.
    case badMember
    /// A declaration tag names a member that is not there.
    case badTag
  }
}

extension BTFError: CustomStringConvertible {
  /// A sentence such as `type 7 at byte 120: badSize: expected an integer of 1, 2, 4, 8 or 16 bytes`.
  public var description: String {
    switch location {
    case .byte(let byte): "byte \(byte): \(code): expected \(expected)"
    case .type(let id, let byte): "type \(id) at byte \(byte): \(code): expected \(expected)"
    }
  }
}

extension BTFError {
  init(_ code: Code, at byte: Int, expected: String) {
    self.init(code: code, location: .byte(byte), expected: expected)
  }

  init(_ code: Code, in record: TypeRecord, expected: String) {
    self.init(code: code, location: .type(id: record.id, byte: record.offset), expected: expected)
  }
}
