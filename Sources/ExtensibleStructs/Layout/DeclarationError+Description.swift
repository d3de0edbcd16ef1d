extension DeclarationError: CustomStringConvertible {
  /// One line: struct, field and byte, then what is wrong and what to do.
  public var description: String {
    let place = field.map { "\(structure).\($0), byte \(byte)" } ?? "\(structure), byte \(byte)"
    return "\(place): \(cause)"
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
    case .notAsDeclared: "the members do not add up to the Swift struct's own layout"
    case .noVersions: "no version is published"
    case .versionDoesNotGrow(let name): "\(name) is no longer than the version in front of it"
    case .versionCutsField(let name): "\(name) ends in the middle of this field"
    case .versionMisaligned(let name, let alignment):
      "\(name) ends off a multiple of \(alignment), so arrays of it are misaligned; add a reserved member"
    case .duplicateVersion(let name): "\(name) is published twice"
    case .unpublished: "lies behind the newest version; publish it or mark it reserved"
    case .noSuchField: "does not lead to a member of the struct"
    case .gatedFirstVersion: "the first version cannot have a flag gate"
    case .impossibleGate(let mask):
      "the gate 0x\(String(mask, radix: 16)) has no bit, or bits that the flags field does not have"
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
