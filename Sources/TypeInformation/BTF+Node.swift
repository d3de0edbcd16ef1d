extension BTF {
  /// A type as its record has it: other types are named by their ids, and id 0, `void`, is nil.
  package enum Node: Sendable {
    /// An integer, by its name; `bits` are those within it that an old-style bit-field uses, if it is one.
    case integer(String, bytes: Int, isSigned: Bool, bits: Range<Int>?)
    case float(String, bytes: Int)
    case pointer(to: UInt32?)
    case array(of: UInt32?, count: Int)
    case record(String, isUnion: Bool, bytes: Int, members: [NodeMember])
    case enumeration(String, bytes: Int, values: [EnumValue])
    /// A struct or union that is declared and not defined.
    case forward(String, isUnion: Bool)
    case function(result: UInt32?, parameters: [UInt32?])
    case typedef(String, of: UInt32?)
    /// A type with a qualifier, which is empty for a type tag.
    case qualified(String, of: UInt32?)
    /// A variable, a section, a function or a tag: no type.
    case noType
  }

  /// A member as its struct declares it.
  package struct NodeMember: Sendable {
    /// Its name; empty for one without.
    package var name: String
    /// Its type's id.
    package var type: UInt32?
    /// Its first bit, from the start of the struct.
    package var bit: Int
    /// How many bits a bit-field has; nil for another member.
    package var width: Int?
  }

  /// The type with an id from 1 to ``typeCount``.
  package func node(_ id: UInt32) throws(BTFError) -> Node {
    let record = try record(id, from: .void)
    let target = record.sizeOrType == 0 ? nil : record.sizeOrType
    switch record.kind {
    case .void, .function, .variable, .dataSection, .declarationTag: return .noType
    case .integer:
      let shape = try shape(id, from: .void)
      let isSigned = if case .signed = shape.kind { true } else { false }
      return .integer(try name(of: record), bytes: shape.size, isSigned: isSigned, bits: shape.bits)
    case .float: return .float(try name(of: record), bytes: record.size)
    case .pointer: return .pointer(to: target)
    case .array:
      let element = try reader.load32(at: record.trailer, "an array's element")
      let count = Int(try reader.load32(at: record.trailer + 8, "an array's count"))
      return .array(of: element == 0 ? nil : element, count: count)
    case .structure, .union:
      return .record(
        try name(of: record), isUnion: record.kind == .union, bytes: record.size,
        members: try nodeMembers(of: record))
    case .enumeration, .enumeration64:
      return .enumeration(
        try name(of: record), bytes: try shape(id, from: .void).size, values: try values(of: record))
    case .forward: return .forward(try name(of: record), isUnion: record.flag)
    case .functionPrototype: return try function(record, result: target)
    case .typedef: return .typedef(try name(of: record), of: target)
    case .const: return .qualified("const", of: target)
    case .volatile: return .qualified("volatile", of: target)
    case .restrict, .typeTag: return .qualified("", of: target)
    }
  }

  private func nodeMembers(of record: TypeRecord) throws(BTFError) -> [NodeMember] {
    var members: [NodeMember] = []
    for at in 0..<record.count {
      let member = try self.member(at, of: record, tags: []).member
      let type = try reader.load32(at: record.trailer + at * 12 + 4, "a member's type")
      members.append(
        NodeMember(
          name: member.name, type: type == 0 ? nil : type, bit: member.bits?.lowerBound ?? member.offset * 8,
          width: member.bits?.count))
    }
    return members
  }

  private func function(_ record: TypeRecord, result: UInt32?) throws(BTFError) -> Node {
    var parameters: [UInt32?] = []
    for at in 0..<record.count {
      let type = try reader.load32(at: record.trailer + at * 8 + 4, "a parameter's type")
      parameters.append(type == 0 ? nil : type)
    }
    return .function(result: result, parameters: parameters)
  }
}
