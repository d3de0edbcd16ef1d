import CDeclarations
import ExtensibleStructs

/// A member of a struct as a ``Layout`` has it: bytes that belong to nobody else.
struct FlatMember: Hashable {
  /// Its C name; the path from the outermost struct, as `inner.b`.
  var name: String
  var offset: Int
  var size: Int
  /// What its offset has to be a multiple of.
  var alignment: Int
  var kind: Kind
  var isReserved: Bool

  enum Kind: Hashable {
    case integer(String)
    case pointer(String)
    case array
    /// A union, whose members share the bytes.
    case union(members: [String])
    /// A unit of bit-fields.
    case bitFields([BitField])
    case other(String)
    /// What the compiler puts between members.
    case padding
  }

  struct BitField: Hashable {
    var name: String
    /// Its bits, from the first of the unit in the order of the ABI.
    var bits: Range<Int>
  }

  var end: Int { offset + size }

  /// Whether it can hold a size or flags.
  var isInteger: Bool {
    switch kind {
    case .integer, .bitFields: [1, 2, 4, 8].contains(size) && alignment == size
    default: false
    }
  }

  var field: Field { Field(name, offset: offset, size: size, alignment: alignment, isReserved: isReserved) }

  /// Whether the name is one that the kernel gives to words without a meaning.
  static func isReserved(_ name: String) -> Bool {
    let last = name.split(separator: ".").last ?? ""
    // `pad_ptr` and `spare_blocks` are members like any other: the word ends the name.
    let word = last.lowercased().split(separator: "_").map { $0.filter { !$0.isNumber } }.last { !$0.isEmpty }
    return word.map(reservedWords.contains) ?? false
  }

  private static let reservedWords: Set<String> = [
    "reserved", "rsvd", "resv", "rsv", "pad", "padding", "spare", "unused", "mbz", "zero", "zeros", "zeroes",
  ]
}
