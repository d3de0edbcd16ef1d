extension BTF {
  /// The record of a type that `referrer` refers to.
  func record(_ id: UInt32, from referrer: TypeRecord) throws(BTFError) -> TypeRecord {
    if id == 0 { return .void }
    guard id <= typeCount else {
      throw BTFError(.typeOutOfRange, in: referrer, expected: "a type id from 0 to \(typeCount), not \(id)")
    }
    return try record(id)
  }

  /// The record of a type that is known to exist.
  func record(_ id: UInt32) throws(BTFError) -> TypeRecord {
    try reader.record(id: id, at: Int(index.offsets[Int(id) - 1]))
  }

  /// The type behind typedefs and qualifiers.
  ///
  /// The corresponding C names are `BTF_KIND_TYPEDEF`, `_VOLATILE`, `_CONST`, `_RESTRICT` and `_TYPE_TAG`.
  func resolve(_ id: UInt32, from referrer: TypeRecord) throws(BTFError) -> TypeRecord {
    var record = try record(id, from: referrer)
    for _ in 0...Self.maximumDepth {
      guard record.kind.isModifier else { return record }
      record = try self.record(record.sizeOrType, from: record)
    }
    throw try chainError(record)
  }

  /// Tells a chain that never ends from one that is too long. A chain longer than there are types has no end.
  private func chainError(_ first: TypeRecord) throws(BTFError) -> BTFError {
    var record = first
    for _ in 0..<typeCount {
      guard record.kind.isModifier else {
        return BTFError(
          .tooDeep, in: first, expected: "a chain of at most \(Self.maximumDepth) typedefs and qualifiers")
      }
      record = try self.record(record.sizeOrType, from: record)
    }
    return BTFError(.cycle, in: first, expected: "a chain of typedefs and qualifiers that ends")
  }
}
