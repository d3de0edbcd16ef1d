/// A struct drawn as bytes: its members where they lie, and where each published version ends.
package struct ByteDrawing: Hashable, Sendable {
  /// A member.
  package struct Field: Hashable, Sendable {
    /// The member's name.
    package var name: String
    /// The offset of its first byte.
    package var offset: Int
    /// How many bytes it has.
    package var size: Int
    /// Whether the bytes have no meaning yet: pad, reserved words.
    package var isReserved: Bool

    /// Declares a member.
    package init(_ name: String, offset: Int, size: Int, isReserved: Bool = false) {
      self.name = name
      self.offset = offset
      self.size = size
      self.isReserved = isReserved
    }

    var range: Range<Int> { offset..<offset + size }
  }

  /// A published version.
  package struct Version: Hashable, Sendable {
    /// Its name, such as `VER0`.
    package var name: String
    /// Its size: the offset of the first byte that it does not have.
    package var end: Int
    /// What a caller sets so that the version's members count, such as `flags & 0x4`.
    package var gate: String?

    /// Declares a version.
    package init(_ name: String, end: Int, gate: String? = nil) {
      self.name = name
      self.end = end
      self.gate = gate
    }
  }

  /// The struct's name.
  package let name: String
  /// The length in bytes.
  package let size: Int
  /// The members by rising offset. Each byte of the struct belongs to one.
  package let fields: [Field]
  /// The versions by rising end.
  package let versions: [Version]

  /// Draws a struct.
  ///
  /// Bytes that no field covers are drawn as reserved bytes named `hole`. A field that overlaps another loses the bytes
  /// that the other has, which is the one with the lower offset; what lies outside the struct is not drawn.
  ///
  /// - Parameters:
  ///   - name: The struct's name.
  ///   - size: Its length in bytes; that of the last member if it is not given.
  ///   - fields: The members.
  ///   - versions: The published versions.
  package init(_ name: String, size: Int? = nil, fields: [Field], versions: [Version] = []) {
    let end = fields.map { $0.offset.addingReportingOverflow($0.size) }.filter { !$0.overflow }
      .map(\.partialValue).max()
    self.name = name
    self.size = max(0, size ?? end ?? 0)
    self.fields = ByteDrawing.covering(self.size, fields)
    self.versions = versions.sorted { $0.end < $1.end }
  }

  /// The fields, cut and completed so that they cover the struct's bytes once.
  private static func covering(_ size: Int, _ fields: [Field]) -> [Field] {
    var covered: [Field] = []
    var at = 0
    for field in fields.sorted(by: { $0.offset < $1.offset }) {
      let (sum, overflows) = field.offset.addingReportingOverflow(max(0, field.size))
      let end = min(overflows ? .max : sum, size)
      let start = max(at, field.offset)
      guard start < end else { continue }
      if start > at { covered.append(Field("hole", offset: at, size: start - at, isReserved: true)) }
      covered.append(
        Field(field.name, offset: start, size: end - start, isReserved: field.isReserved))
      at = end
    }
    if at < size { covered.append(Field("hole", offset: at, size: size - at, isReserved: true)) }
    return covered
  }

  /// Which version brought the byte at this offset; `nil` if it lies beyond all of them.
  func version(of offset: Int) -> Int? { versions.firstIndex { offset < $0.end } }
}

/// A row of a drawing.
enum ByteRow: Hashable {
  /// These bytes, with the fields that have some of them.
  case bytes(Range<Int>, fields: ArraySlice<ByteDrawing.Field>)
  /// So many rows that lie inside one member and are not drawn.
  case skipped(Int)
}

extension ByteDrawing {
  /// The rows of so many bytes each. Rows that lie inside one member are skipped, but for the first.
  func rows(of count: Int) -> [ByteRow] {
    var rows: [ByteRow] = []
    var start = 0
    var first = 0
    while start < size {
      while fields[first].range.upperBound <= start { first += 1 }
      let field = fields[first]
      let whole = (min(field.range.upperBound, size) - start) / count
      // A member that ends with a row shows its last row; one that ends inside a row shows that one.
      let inside = field.range.upperBound % count == 0 ? whole - 1 : whole
      if field.offset < start, inside > 0 {
        rows.append(.skipped(inside))
        start += inside * count
        continue
      }
      let end = size - start > count ? start + count : size
      let last = fields[first...].firstIndex { $0.offset >= end } ?? fields.endIndex
      rows.append(.bytes(start..<end, fields: fields[first..<last]))
      start = end
    }
    return rows
  }
}
