/// One record of the type section.
///
///     byte   0          4                                     8
///            name_off   info: flag(1) -(2) kind(5) -(8) vlen(16)   size or type   what the kind adds
///
/// The corresponding C struct is `struct btf_type` (Documentation/bpf/btf.rst, "Type Encoding").
struct TypeRecord: Sendable {
  /// The byte length of the part that all kinds share.
  static let headLength = 12

  let id: UInt32
  /// The byte at which the record starts.
  let offset: Int
  let name: UInt32
  let kind: TypeKind
  /// The number of members, enumerators or parameters. The corresponding C macro is `BTF_INFO_VLEN`.
  let count: Int
  /// The corresponding C macro is `BTF_INFO_KFLAG`.
  let flag: Bool
  /// The size in bytes, or the id of the type referred to, as the kind has it.
  let sizeOrType: UInt32

  /// The byte after the shared part.
  var trailer: Int { offset + Self.headLength }
  var size: Int { Int(sizeOrType) }

  /// The type with id 0, which has no record. The corresponding C type is `void`.
  static let void = TypeRecord(
    id: 0, offset: 0, name: 0, kind: .void, count: 0, flag: false, sizeOrType: 0)
}

extension ByteReader {
  /// Reads the record at `offset`, without its trailer.
  @inline(__always)
  func record(id: UInt32, at offset: Int) throws(BTFError) -> TypeRecord {
    let name = try load32(at: offset, "a type")
    let info = try load32(at: offset + 4, "a type")
    let sizeOrType = try load32(at: offset + 8, "a type")
    guard let kind = TypeKind(rawValue: UInt8(truncatingIfNeeded: info >> 24) & 0x1f), kind != .void else {
      throw BTFError(
        code: .unknownKind, location: .type(id: id, byte: offset + 4), expected: "a kind from 1 to 19")
    }
    guard info & 0x60ff_0000 == 0 else {
      throw BTFError(
        code: .reservedBits, location: .type(id: id, byte: offset + 4),
        expected: "bits 16 to 23, 29 and 30 of info to be zero")
    }
    return TypeRecord(
      id: id, offset: offset, name: name, kind: kind, count: Int(info & 0xffff), flag: info >> 31 == 1,
      sizeOrType: sizeOrType)
  }
}
