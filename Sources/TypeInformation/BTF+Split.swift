extension BTF {
  /// Reads a module's BTF, whose types go on where those of the kernel end.
  ///
  /// - Parameters:
  ///   - bytes: the module's BTF, as `/sys/kernel/btf/MODULE` has it.
  ///   - base: the kernel's own.
  ///
  /// The corresponding function of libbpf is `btf__new_split`.
  public init(bytes: [UInt8], base: BTF) throws(BTFError) {
    try self.init(split: ByteReader(bytes: bytes), in: 0..<bytes.count, base: base)
  }

  /// Reads the section `.BTF` of a module's object file.
  ///
  /// - Parameters:
  ///   - bytes: the object file, not compressed.
  ///   - base: the kernel's own BTF. An object that brings the part of it that it needs, in a section `.BTF.base`, needs
  ///     none.
  public init(elf bytes: [UInt8], base: BTF) throws(BTFError) {
    let reader = ByteReader(bytes: bytes)
    var base = base
    if let own = try Self.section(".BTF.base", reader) {
      base = try BTF(
        reader: reader, start: own.lowerBound, end: own.upperBound, pointerSize: base.pointerSize)
    }
    try self.init(split: reader, in: try Self.btfSection(reader), base: base)
  }

  private init(split: ByteReader, in range: Range<Int>, base: BTF) throws(BTFError) {
    let bytes = split.bytes
    let header = try Header(split, start: range.lowerBound, end: range.upperBound, isSplit: true)
    let baseBytes = base.reader.bytes
    // Ids and the places of names count through the base and then the split part: one after the other they are the
    // BTF of both.
    let types = baseBytes[base.types] + bytes[header.types]
    let strings = baseBytes[base.strings] + bytes[header.strings]
    guard types.count + strings.count <= Int(UInt32.max) else {
      throw BTFError(.tooLarge, at: 0, expected: "less than 4 GB with the kernel's types")
    }
    var joined: [UInt8] = [0x9f, 0xeb, 1, 0]
    for word in [Header.length, 0, types.count, types.count, strings.count] {
      joined += (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
    try self.init(bytes: joined + types + strings, pointerSize: base.pointerSize)
  }
}
