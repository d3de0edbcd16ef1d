package import ExtensibleStructs

/// What callers write into the fields that they use.
///
/// A simulated kernel takes any value; a real one needs a valid slot, address and descriptor, so a replay
/// brings its own. The flags and the size follow from the caller and never come from here.
package struct SampleValues: Hashable, Sendable {
  /// Values by the field's C name.
  package var values: [String: UInt64]

  /// Takes values by field; a field without one gets a pattern of bytes that are not zero.
  package init(_ values: [String: UInt64] = [:]) { self.values = values }

  /// The field's bytes.
  package func bytes(for field: Field) -> [UInt8] {
    guard let value = values[field.name], field.size <= 8 else {
      return (0..<field.size).map { UInt8(1 + (field.offset + $0) % 0x7f) }
    }
    return (0..<field.size).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }
}
