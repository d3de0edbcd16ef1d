extension BTF {
  /// Where each type starts, and which types have a name worth looking up.
  struct Index: Sendable {
    /// A declaration tag: the member it is on, or none for the type itself, and its text.
    struct Tag: Sendable {
      let component: Int?
      let name: UInt32
      /// The byte of the tag's own record.
      let offset: Int
    }

    /// A named type.
    struct Entry: Sendable {
      let id: UInt32
      let name: UInt32
    }

    /// By id, less one.
    private(set) var offsets: [UInt32] = []
    private(set) var structures: [Entry] = []
    private(set) var typedefs: [Entry] = []
    private(set) var enumerations: [UInt32] = []
    private(set) var tags: [UInt32: [Tag]] = [:]

    /// Walks the type section once.
    init(_ reader: ByteReader, _ header: Header) throws(BTFError) {
      let types = header.types
      guard types.upperBound <= Int(UInt32.max) else {
        throw BTFError(.tooLarge, at: types.lowerBound, expected: "types within the first 4 GB")
      }
      offsets.reserveCapacity(types.count / 24)
      var at = types.lowerBound
      while at < types.upperBound {
        guard TypeRecord.headLength <= types.upperBound - at else {
          throw BTFError(.truncated, at: at, expected: "12 bytes of a type, to byte \(types.upperBound)")
        }
        let record = try reader.record(id: UInt32(offsets.count) + 1, at: at)
        let trailing = record.kind.trailingBytes(count: record.count)
        guard trailing <= types.upperBound - record.trailer else {
          throw BTFError(
            .truncated, in: record,
            expected: "\(trailing) bytes after the type's first 12, to byte \(types.upperBound)")
        }
        offsets.append(UInt32(at))
        try add(record, reader, header.strings)
        at = record.trailer + trailing
      }
    }

    /// Notes a type that is looked up by name, or a tag.
    @inline(__always)
    private mutating func add(
      _ record: TypeRecord, _ reader: ByteReader, _ strings: Range<Int>
    ) throws(BTFError) {
      guard record.name < strings.count else {
        throw BTFError(
          .stringOutOfRange, in: record, expected: "a name within the \(strings.count) bytes of strings")
      }
      switch record.kind {
      case .structure, .union:
        if record.name != 0 { structures.append(Entry(id: record.id, name: record.name)) }
      case .typedef:
        typedefs.append(Entry(id: record.id, name: record.name))
      case .enumeration, .enumeration64:
        enumerations.append(record.id)
      case .declarationTag where !record.flag:
        let component = try reader.load32(at: record.trailer, "component_idx")
        let tag = Tag(
          component: component == .max ? nil : Int(component), name: record.name, offset: record.offset)
        tags[record.sizeOrType, default: []].append(tag)
      default:
        break
      }
    }
  }
}
