/// The types of a program or kernel, read from BTF, the BPF Type Format.
///
///     +--------+---------------------------------------+------------------+
///     | header | type 1 | type 2 | type 3 | ...        | \0 int\0 size\0  |
///     +--------+---------------------------------------+------------------+
///              '- type section: ids count from 1       '- string section
///
/// The running kernel's own types are the file `/sys/kernel/btf/vmlinux`; those of a C source are the section `.BTF`
/// of what `clang -target bpf -g -c` writes.
///
/// The bytes may come from anywhere. Making a value checks the header and the extent, kind and name of every type;
/// asking for a structure checks what it refers to. Every fault is a ``BTFError``.
///
/// The format's source is Documentation/bpf/btf.rst in the kernel, its C names those of `linux/btf.h`.
public struct BTF: Sendable {
  /// The size of a pointer in bytes. BTF does not record it.
  public let pointerSize: Int

  let reader: ByteReader
  let types: Range<Int>
  let strings: Range<Int>
  let index: Index

  /// Reads BTF.
  ///
  /// The corresponding C struct is `struct btf_header`. Checked in this order: magic, version, header length,
  /// sections, strings, types.
  ///
  /// - Parameters:
  ///   - bytes: the whole of it, from the header on.
  ///   - pointerSize: 8, or 4 for the types of a 32-bit kernel.
  /// - Complexity: linear in the number of types and their names.
  public init(bytes: [UInt8], pointerSize: Int = 8) throws(BTFError) {
    try self.init(reader: ByteReader(bytes: bytes), start: 0, end: bytes.count, pointerSize: pointerSize)
  }

  init(reader: ByteReader, start: Int, end: Int, pointerSize: Int) throws(BTFError) {
    let header = try Header(reader, start: start, end: end)
    self.reader = reader
    self.pointerSize = pointerSize
    self.types = header.types
    self.strings = header.strings
    self.index = try Index(reader, header)
  }

  /// The number of types; their ids are 1 to this.
  public var typeCount: Int { index.offsets.count }
}

extension BTF {
  /// How deep structures, arrays and typedefs may nest: the kernel's own reader stops here too.
  public static var maximumDepth: Int { 32 }
  /// The longest name, in bytes.
  public static var maximumNameLength: Int { 1024 }
  /// The effort a structure may cost: 256 for each member it has at any depth, and its names and tags.
  ///
  /// The bound keeps a few hundred bytes of nested structures from unfolding into billions of members.
  public static var maximumWork: Int { 1 << 24 }
}
