extension BTF {
  /// What an object of a type is and how many bytes it has.
  struct Shape {
    var kind: BTF.Structure.Kind
    var size: Int
    /// The struct or union itself, if it is one; the innermost element, if it is an array.
    var record: TypeRecord
    /// The bits within it that an old-style bit-field type uses, if it is one.
    var bits: Range<Int>?
  }

  /// The shape of a type that a member or an array has.
  func shape(_ id: UInt32, from referrer: TypeRecord, depth: Int = 0) throws(BTFError) -> Shape {
    let record = try resolve(id, from: referrer)
    switch record.kind {
    case .integer:
      return try integer(record)
    case .pointer:
      return Shape(kind: .pointer, size: pointerSize, record: record)
    case .float:
      try require([2, 4, 8, 12, 16], record)
      return Shape(kind: .float, size: record.size, record: record)
    case .enumeration, .enumeration64:
      try require([1, 2, 4, 8], record)
      let kind = BTF.Structure.Kind.enumeration(try name(of: record), isSigned: record.flag)
      return Shape(kind: kind, size: record.size, record: record)
    case .structure:
      return Shape(kind: .structure(try name(of: record)), size: record.size, record: record)
    case .union:
      return Shape(kind: .union(try name(of: record)), size: record.size, record: record)
    case .array:
      return try array(record, depth: depth)
    default:
      throw BTFError(
        .notAnObject, in: referrer,
        expected: "a type that has a size, not type \(record.id) (\(record.kind))")
    }
  }

  /// The corresponding C macros are `BTF_INT_ENCODING`, `BTF_INT_OFFSET` and `BTF_INT_BITS`.
  private func integer(_ record: TypeRecord) throws(BTFError) -> Shape {
    try require([1, 2, 4, 8, 16], record)
    let encoding = try reader.load32(at: record.trailer, "an integer's encoding")
    let first = Int(encoding >> 16 & 0xff)
    let width = Int(encoding & 0xff)
    guard width > 0, first + width <= record.size * 8 else {
      throw BTFError(.badSize, in: record, expected: "1 to \(record.size * 8) bits of integer")
    }
    let kind: BTF.Structure.Kind
    switch encoding >> 24 & 0xf {
    case 1, 3: kind = .signed
    case 4: kind = .boolean
    default: kind = .unsigned
    }
    let bits = width == record.size * 8 ? nil : first..<first + width
    return Shape(kind: kind, size: record.size, record: record, bits: bits)
  }

  private func array(_ record: TypeRecord, depth: Int) throws(BTFError) -> Shape {
    guard depth < Self.maximumDepth else {
      throw BTFError(.tooDeep, in: record, expected: "at most \(Self.maximumDepth) dimensions")
    }
    let elementID = try reader.load32(at: record.trailer, "an array's element")
    let count = Int(try reader.load32(at: record.trailer + 8, "an array's count"))
    let element = try shape(elementID, from: record, depth: depth + 1)
    let (size, overflow) = element.size.multipliedReportingOverflow(by: count)
    guard !overflow, size <= Int(UInt32.max) else {
      throw BTFError(.badSize, in: record, expected: "an array of less than 4 GB")
    }
    let kind = BTF.Structure.Kind.array(of: element.kind, elementSize: element.size, count: count)
    return Shape(kind: kind, size: size, record: element.record)
  }

  private func require(_ sizes: [Int], _ record: TypeRecord) throws(BTFError) {
    guard sizes.contains(record.size) else {
      throw BTFError(.badSize, in: record, expected: "a size of one of \(sizes) bytes, not \(record.size)")
    }
  }
}
