extension BTF {
  /// Where the two sections lie.
  ///
  /// The corresponding C struct is `struct btf_header`. It is an extensible struct: `hdr_len` is its size, the
  /// sections count from its end, and a reader passes over what a later format has appended.
  struct Header {
    static let length = 24

    let types: Range<Int>
    let strings: Range<Int>

    /// Reads the header at `start` of bytes that count as ending at `end`, which the reader has. A module's strings go
    /// on where the kernel's end, so that they need not begin with the empty name.
    init(_ reader: ByteReader, start: Int, end: Int, isSplit: Bool = false) throws(BTFError) {
      let magic = try reader.load16(at: start, "a BTF header")
      if magic == 0x9feb { throw BTFError(.bigEndian, at: start, expected: "little-endian BTF, EB 9F") }
      guard magic == 0xeb9f else { throw BTFError(.badMagic, at: start, expected: "the magic 0xEB9F") }
      guard Self.length <= end - start else {
        throw BTFError(.truncated, at: start, expected: "\(Self.length) bytes of header")
      }
      guard reader.bytes[start + 2] == 1 else {
        throw BTFError(.unknownVersion, at: start + 2, expected: "version 1")
      }
      let length = Int(try reader.load32(at: start + 4, "hdr_len"))
      guard length >= Self.length, length <= end - start else {
        throw BTFError(.badHeader, at: start + 4, expected: "a header of 24 to \(end - start) bytes")
      }
      let base = start + length
      self.types = try Self.section(reader, at: start + 8, base: base, end: end)
      self.strings = try Self.section(reader, at: start + 16, base: base, end: end)
      guard (types.lowerBound - base) % 4 == 0 else {
        throw BTFError(.badHeader, at: start + 8, expected: "type_off to be a multiple of 4")
      }
      if isSplit, strings.isEmpty { return }
      guard !strings.isEmpty, isSplit || reader.bytes[strings.lowerBound] == 0 else {
        throw BTFError(.badStrings, at: strings.lowerBound, expected: "a zero byte, the empty name")
      }
      guard reader.bytes[strings.upperBound - 1] == 0 else {
        throw BTFError(.badStrings, at: strings.upperBound - 1, expected: "a zero byte after the last name")
      }
    }

    /// Reads an offset and a length, `type_off` and `type_len` or `str_off` and `str_len`.
    private static func section(
      _ reader: ByteReader, at field: Int, base: Int, end: Int
    ) throws(BTFError) -> Range<Int> {
      let offset = Int(try reader.load32(at: field, "a section's offset"))
      let length = Int(try reader.load32(at: field + 4, "a section's length"))
      guard offset <= end - base, length <= end - base - offset else {
        throw BTFError(.badHeader, at: field, expected: "a section within \(end - base) bytes")
      }
      return base + offset..<base + offset + length
    }
  }
}
