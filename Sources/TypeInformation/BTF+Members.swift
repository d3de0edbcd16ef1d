extension BTF {
  /// A member as its struct declares it, and its struct or union if it is one.
  struct DeclaredMember {
    var member: BTF.Structure.Member
    var composite: TypeRecord?
    /// The struct or union that an array's elements are.
    var element: TypeRecord?
  }

  /// The `at`th member of a struct or union, placed from its start.
  func member(
    _ at: Int, of record: TypeRecord, tags: [String]
  ) throws(BTFError) -> DeclaredMember {
    let offset = record.trailer + at * 12
    let place = BTFError.Location.type(id: record.id, byte: offset)
    let name = try string(at: try reader.load32(at: offset, "a member's name"), place)
    let shape = try shape(try reader.load32(at: offset + 4, "a member's type"), from: record)
    let word = try reader.load32(at: offset + 8, "a member's offset")
    let bits = try Self.bits(of: word, flag: record.flag, shape, place)
    let size: Int
    if let bits {
      size = (bits.upperBound + 7) / 8 - bits.lowerBound / 8
    } else {
      size = shape.size
    }
    let first = (bits?.lowerBound ?? Int(record.flag ? word & 0xff_ffff : word)) / 8
    guard size <= record.size, first <= record.size - size else {
      throw BTFError(
        code: .badMember, location: place, expected: "a member within the \(record.size) bytes of its struct")
    }
    var count: Int?
    if case .array(_, _, let elements) = shape.kind { count = elements }
    let isUnion = record.kind == .union
    let member = BTF.Structure.Member(
      name: name, offset: first, size: size, bits: bits, kind: shape.kind, tags: tags,
      isOverlapping: isUnion && record.count > 1,
      isFlexibleArray: count == 0 && (isUnion || at == record.count - 1))
    let composite = shape.record.kind.isComposite ? shape.record : nil
    return DeclaredMember(
      member: member, composite: count == nil ? composite : nil, element: count == nil ? nil : composite)
  }

  /// The bits of a bit-field, or nil for a member of whole bytes.
  ///
  /// With the flag of its struct set, a member's offset word has a width in its upper eight bits, 0 for no
  /// bit-field. Without the flag the type of a bit-field is an integer narrower than its size.
  private static func bits(
    of word: UInt32, flag: Bool, _ shape: Shape, _ place: BTFError.Location
  ) throws(BTFError) -> Range<Int>? {
    let first = Int(flag ? word & 0xff_ffff : word)
    let width = flag ? Int(word >> 24) : 0
    guard width > 0 || shape.bits != nil else {
      guard first % 8 == 0 else {
        throw BTFError(code: .badMember, location: place, expected: "a bit offset that is a multiple of 8")
      }
      return nil
    }
    switch shape.kind {
    case .unsigned, .signed, .boolean, .enumeration: break
    default: throw BTFError(code: .badMember, location: place, expected: "a bit-field of an integer or enum")
    }
    guard width <= shape.size * 8 else {
      throw BTFError(
        code: .badMember, location: place, expected: "a bit-field of at most \(shape.size * 8) bits")
    }
    if width > 0 { return first..<first + width }
    let within = shape.bits ?? 0..<shape.size * 8
    return first + within.lowerBound..<first + within.upperBound
  }
}
