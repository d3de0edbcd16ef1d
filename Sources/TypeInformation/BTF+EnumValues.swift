extension BTF {
  /// The first enum constant with this name, or nil if there is none.
  ///
  /// Constants that are `#define`d are not types, so they are not here.
  ///
  /// - Complexity: linear in the number of enum constants.
  public func enumValue(named name: String) throws(BTFError) -> BTF.EnumValue? {
    let wanted = Array(name.utf8)
    for id in index.enumerations {
      let record = try record(id)
      let stride = record.kind == .enumeration ? 8 : 12
      for at in 0..<record.count {
        let offset = record.trailer + at * stride
        guard text(at: try reader.load32(at: offset, "a constant's name"), is: wanted) else { continue }
        return BTF.EnumValue(
          name: name, enumeration: try self.name(of: record), isSigned: record.flag,
          bitPattern: try enumBits(at: offset + 4, record))
      }
    }
    return nil
  }

  /// The constants of an enum, in their order.
  func values(of record: TypeRecord) throws(BTFError) -> [BTF.EnumValue] {
    let stride = record.kind == .enumeration ? 8 : 12
    let enumeration = try name(of: record)
    var values: [BTF.EnumValue] = []
    for at in 0..<record.count {
      let offset = record.trailer + at * stride
      let name = try string(
        at: try reader.load32(at: offset, "a constant's name"), .type(id: record.id, byte: offset))
      values.append(
        BTF.EnumValue(
          name: name, enumeration: enumeration, isSigned: record.flag,
          bitPattern: try enumBits(at: offset + 4, record)))
    }
    return values
  }

  private func enumBits(at offset: Int, _ record: TypeRecord) throws(BTFError) -> UInt64 {
    guard record.kind == .enumeration else { return try reader.load64(at: offset, "a constant") }
    let value = try reader.load32(at: offset, "a constant")
    return record.flag ? UInt64(bitPattern: Int64(Int32(bitPattern: value))) : UInt64(value)
  }
}
