extension Layout {
  /// The element that a name such as `args[2]` means, as a member of its own; nil if there is none.
  func element(_ name: String) -> Field? {
    guard name.last == "]", let bracket = name.lastIndex(of: "["),
      let index = Int(name[name.index(after: bracket)...].dropLast()),
      let array = fields.first(where: { $0.name == name[..<bracket] }),
      0 <= index, index < array.elementCount
    else { return nil }
    return array.element(index)
  }

  /// The C name of an integer member: `flags`, or `args[2]` for an element of an array; nil if no member is there.
  package func name(of member: IntegerMember) -> String? {
    guard let field = field(containing: member.offset) else { return nil }
    if field.offset == member.offset, field.size == member.width || field.elementCount == 1 {
      return field.name
    }
    guard field.alignment == member.width, (member.offset - field.offset) % field.alignment == 0 else {
      return field.offset == member.offset ? field.name : nil
    }
    return field.element((member.offset - field.offset) / field.alignment).name
  }
}

extension Field {
  /// How many elements the member has: 1 unless it is an array.
  package var elementCount: Int { size / alignment }

  /// One element of an array, as a member of its own.
  package func element(_ index: Int) -> Field {
    Field(
      "\(name)[\(index)]", offset: offset + index * alignment, size: alignment, isReserved: isReserved)
  }
}
