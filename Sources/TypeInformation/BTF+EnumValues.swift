/// A named constant of an enum.
///
/// The corresponding C structs are `struct btf_enum` and `struct btf_enum64` (Documentation/bpf/btf.rst).
public struct EnumValue: Hashable, Sendable {
  /// The constant's name, as `KVM_CAP_IRQCHIP`.
  public var name: String
  /// The enum's name, or the empty string.
  public var enumeration: String
  /// Whether the enum has negative constants.
  public var isSigned: Bool
  /// The value in 64 bits: of a signed enum with the sign extended, of any other with zeroes.
  public var bitPattern: UInt64

  /// The value as a signed number, or nil if it is one above `Int64.max`.
  public var signedValue: Int64? {
    isSigned ? Int64(bitPattern: bitPattern) : Int64(exactly: bitPattern)
  }
}

extension BTF {
  /// The first enum constant with this name, or nil if there is none.
  ///
  /// Constants that are `#define`d are not types, so they are not here.
  ///
  /// - Complexity: linear in the number of enum constants.
  public func enumValue(named name: String) throws(BTFError) -> EnumValue? {
    let wanted = Array(name.utf8)
    for id in index.enumerations {
      let record = try record(id)
      let stride = record.kind == .enumeration ? 8 : 12
      for at in 0..<record.count {
        let offset = record.trailer + at * stride
        guard text(at: try reader.load32(at: offset, "a constant's name"), is: wanted) else { continue }
        return EnumValue(
          name: name, enumeration: try self.name(of: record), isSigned: record.flag,
          bitPattern: try enumBits(at: offset + 4, record))
      }
    }
    return nil
  }

  private func enumBits(at offset: Int, _ record: TypeRecord) throws(BTFError) -> UInt64 {
    guard record.kind == .enumeration else { return try reader.load64(at: offset, "a constant") }
    let value = try reader.load32(at: offset, "a constant")
    return record.flag ? UInt64(bitPattern: Int64(Int32(bitPattern: value))) : UInt64(value)
  }
}
