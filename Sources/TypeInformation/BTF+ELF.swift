extension BTF {
  /// Reads the section `.BTF` of an object file, such as `clang -target bpf -g -c` writes.
  ///
  /// The object is ELF64 and little-endian. Its relocations concern data sections only, never the layout of a
  /// struct, so they are not applied.
  ///
  /// The corresponding C structs are `Elf64_Ehdr` and `Elf64_Shdr`; the section is that of
  /// Documentation/bpf/btf.rst, "ELF File Format Interface".
  public init(elf bytes: [UInt8]) throws(BTFError) {
    let reader = ByteReader(bytes: bytes)
    let section = try Self.btfSection(reader)
    try self.init(reader: reader, start: section.lowerBound, end: section.upperBound, pointerSize: 8)
  }

  static func btfSection(_ reader: ByteReader) throws(BTFError) -> Range<Int> {
    guard let section = try section(".BTF", reader) else {
      throw BTFError(.noBTFSection, at: try offset(reader, at: 40), expected: "a section .BTF")
    }
    return section
  }

  /// The bytes of the section of this name; nil if there is none.
  static func section(_ name: String, _ reader: ByteReader) throws(BTFError) -> Range<Int>? {
    try reader.require(64, at: 0, for: "an ELF header")
    guard reader.bytes[0..<4].elementsEqual([0x7f, 0x45, 0x4c, 0x46]) else {
      throw BTFError(.notELF, at: 0, expected: "7F 45 4C 46")
    }
    guard reader.bytes[4] == 2, reader.bytes[5] == 1 else {
      throw BTFError(.notELF, at: 4, expected: "ELFCLASS64 and ELFDATA2LSB")
    }
    let table = try offset(reader, at: 40)
    guard try reader.load16(at: 58, "e_shentsize") == 64 else {
      throw BTFError(.notELF, at: 58, expected: "section headers of 64 bytes")
    }
    let count = Int(try reader.load16(at: 60, "e_shnum"))
    try reader.require(count * 64, at: table, for: "section headers")
    let nameIndex = Int(try reader.load16(at: 62, "e_shstrndx"))
    guard nameIndex < count else {
      throw BTFError(.notELF, at: 62, expected: "the names' section to be below \(count)")
    }
    let names = try section(reader, at: table + nameIndex * 64)
    let wanted = Array(name.utf8) + [0]
    for at in 0..<count {
      let header = table + at * 64
      let name = Int(try reader.load32(at: header, "sh_name"))
      guard name <= names.count, wanted.count <= names.count - name else { continue }
      let start = names.lowerBound + name
      guard reader.bytes[start..<start + wanted.count].elementsEqual(wanted) else { continue }
      guard try reader.load32(at: header + 4, "sh_type") == 1,
        try reader.load64(at: header + 8, "sh_flags") & 0x800 == 0
      else {
        throw BTFError(.notELF, at: header + 4, expected: "\(name) to be SHT_PROGBITS and not compressed")
      }
      return try section(reader, at: header)
    }
    return nil
  }

  /// The bytes of the section whose header is at `header`.
  private static func section(_ reader: ByteReader, at header: Int) throws(BTFError) -> Range<Int> {
    let start = try offset(reader, at: header + 24)
    let length = try offset(reader, at: header + 32)
    try reader.require(length, at: start, for: "a section")
    return start..<start + length
  }

  /// A 64-bit file offset that an `Int` can hold.
  private static func offset(_ reader: ByteReader, at field: Int) throws(BTFError) -> Int {
    guard let value = Int(exactly: try reader.load64(at: field, "a file offset")) else {
      throw BTFError(.notELF, at: field, expected: "a file offset below 2^63")
    }
    return value
  }
}
