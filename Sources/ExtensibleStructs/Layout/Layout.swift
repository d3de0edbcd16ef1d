/// Where every member of a struct lies, the same for each caller.
///
/// A layout has no implicit padding: each byte of `[0, size)` belongs to one field. It is made from a Swift
/// struct (``init(of:named:)``), or from fields that are only known at run time.
///
///     0       4       8                16               24               32
///     ├ slot ─┼ flags ┼ guest_phys_addr┼ memory_size ───┼ userspace_addr ┤
public struct Layout: Hashable, Sendable {
  /// The struct's C name, such as `sched_attr`.
  public let name: String

  /// The members by rising offset.
  public private(set) var fields: [Field]

  /// The length in bytes; C's `sizeof`.
  public let size: Int

  /// The strictest alignment of any member, in bytes.
  public var alignment: Int { fields.lazy.map(\.alignment).max() ?? 1 }

  /// Makes a layout from fields, and checks it as the review of a UAPI patch would.
  ///
  /// - Throws: ``DeclarationError`` for implicit padding, an overlap, a member that is not naturally aligned
  ///   (its offset would differ between 32-bit and 64-bit callers), a size that does not keep arrays of the
  ///   struct aligned, a duplicate member name, an empty struct, or one above 1 MiB.
  public init(_ name: String, fields: [Field]) throws(DeclarationError) {
    let ordered = fields.sorted { $0.offset < $1.offset }
    try Layout.check(ordered, of: name)
    self.name = name
    self.fields = ordered
    size = ordered.last?.range.upperBound ?? 0
  }

  /// Marks the members that lie in `size` bytes from `start` on as reserved.
  ///
  /// - Returns: false if these bytes are not whole members; nothing is marked then.
  mutating func reserve(_ start: Int, _ size: Int) -> Bool {
    let range = Field("", offset: start, size: size).range
    let inside = fields.indices.filter { fields[$0].range.overlaps(range) }
    guard !inside.isEmpty, inside.allSatisfy({ range.contains(fields[$0].range) }) else { return false }
    for index in inside { fields[index].isReserved = true }
    return true
  }

  /// The member with this C name, or nil. `args[2]` is an element of the array `args`.
  public func field(_ name: String) -> Field? { fields.first { $0.name == name } ?? element(name) }

  /// The member that begins at `offset`, or nil.
  public func field(at offset: Int) -> Field? { fields.first { $0.offset == offset } }

  /// The member that holds the byte at `offset`, or nil if that is beyond the struct.
  public func field(containing offset: Int) -> Field? { fields.first { $0.range.contains(offset) } }
}
