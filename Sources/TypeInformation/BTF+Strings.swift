extension BTF {
  /// The text at an offset of the string section. Offset 0 is the empty text, the name of what has none.
  ///
  /// - Parameter place: where the offset was read, for the error.
  func string(at offset: UInt32, _ place: BTFError.Location) throws(BTFError) -> String {
    guard offset < strings.count else {
      throw BTFError(
        code: .stringOutOfRange, location: place,
        expected: "a name within the \(strings.count) bytes of strings")
    }
    let start = strings.lowerBound + Int(offset)
    let limit = start + min(Self.maximumNameLength + 1, strings.upperBound - start)
    // The last of the strings ends in a zero byte, so only the maximum can stop the search early.
    var end = start
    while end < limit, reader.bytes[end] != 0 { end += 1 }
    guard end < limit else {
      throw BTFError(
        code: .nameTooLong, location: place, expected: "a name of at most \(Self.maximumNameLength) bytes")
    }
    return String(decoding: reader.bytes[start..<end], as: UTF8.self)
  }

  func name(of record: TypeRecord) throws(BTFError) -> String {
    try string(at: record.name, .type(id: record.id, byte: record.offset))
  }

  /// Whether the text at an offset has these bytes, and ends there unless only its start is asked for.
  func text(at offset: UInt32, is wanted: [UInt8], prefixOnly: Bool = false) -> Bool {
    guard offset < strings.count else { return false }
    let start = strings.lowerBound + Int(offset)
    guard wanted.count < strings.upperBound - start else { return false }
    for (at, byte) in wanted.enumerated() where reader.bytes[start + at] != byte { return false }
    return prefixOnly || reader.bytes[start + wanted.count] == 0
  }
}
