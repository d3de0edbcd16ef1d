extension DeclarationError: CustomStringConvertible {
  /// One line: struct, field and byte, then what is wrong and what to do.
  public var description: String {
    let place = field.map { "\(structure).\($0), byte \(byte)" } ?? "\(structure), byte \(byte)"
    guard case .notImported(let bytes) = cause else { return "\(place): \(cause)" }
    return "\(place): \(cause), as Member(\"name\", at: \(byte), size: \(bytes))"
  }
}

extension DeclarationError.Cause: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .noFields: "the struct has no members"
    case .impossibleSize: "a size, alignment or offset is not between 1 byte and 1 MiB"
    case .duplicateName: "duplicate member name"
    case .overlap: "begins before the member in front of it ends"
    case .implicitPadding(let bytes):
      "\(bytes) bytes of implicit padding; declare them as a reserved member"
    case .misaligned(let alignment):
      "not a multiple of \(alignment), so 32-bit callers lay it out otherwise; move it or pad in front of it"
    case .notFixedWidth(let type): "\(type) is not of fixed width; use UInt8 to UInt64, or arrays of them"
    case .mixedTuple(let type):
      "\(type) is no array; elements of different types are members of their own, or an embedded struct"
    case .notImported(let bytes):
      "Swift imports nothing of \(bytes) bytes from here on: they are padding, a bit-field, in an anonymous union or "
        + "struct, or an array that is too long; declare them by their place"
    case .packed(let alignment):
      "not a multiple of \(alignment), since the C struct is packed; pad in front of it and leave out the packing"
    case .outsideStruct(let size): "does not lie inside the struct, whose size is \(size) bytes"
    case .notStored(let what):
      "\(what) names no stored member, but a property that is computed or observed, a bit-field or a member of an "
        + "anonymous union; name a stored member, or the place in bytes"
    case .partOfMember: "only a part of a member is named; name all of it"
    case .notAsDeclared: "the members do not add up to the Swift struct's own layout"
    case .noVersions: "no version is published"
    case .versionDoesNotGrow(let name): "\(name) is no longer than the version in front of it"
    case .versionCutsField(let name): "\(name) ends in the middle of this field"
    case .versionMisaligned(let name, let alignment):
      "\(name) ends off a multiple of \(alignment), so arrays of it are misaligned; add a reserved member"
    case .versionBeyondStruct(let name, let size):
      "\(name) ends behind the struct, whose size is \(size) bytes"
    case .noPlaceForSize(let name):
      "the scheme adds a u64 size to the first version, which moves the end of \(name) off a multiple of 8; add a "
        + "reserved member in front of it, or declare a size member"
    case .duplicateVersion(let name): "\(name) is published twice"
    case .unpublished: "lies behind the newest version; publish it or mark it reserved"
    case .noSuchField: "does not lead to a member of the struct"
    case .gatedFirstVersion: "the first version cannot have a flag gate"
    case .impossibleGate(let name, let mask):
      "the gate 0x\(String(mask, radix: 16)) of \(name) has bits that the flags field does not have"
    case .impossibleFlags(let mask):
      "the known flags 0x\(String(mask, radix: 16)) are beyond the width of the flags field"
    case .unknownConflict(let mask):
      "a conflict names the flags 0x\(String(mask, radix: 16)), which no version knows"
    case .sizeIsFlags: "cannot be both the size and the flags"
    case .noFlagsField: "a gate or a conflict is named, but the history names no flags field"
    case .outsideFirstVersion: "must lie inside the first version, or an old struct has none"
    case .notAnInteger: "must be an integer of 1, 2, 4 or 8 bytes"
    }
  }
}
