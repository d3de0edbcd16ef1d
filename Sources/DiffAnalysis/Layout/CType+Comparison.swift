import CDeclarations

extension CType {
  /// What the type is, in C: `__u32`, `struct iovec`, `__u64[4]`.
  var spelling: String {
    switch self {
    case .integer(let name, _, _), .pointer(let name, _), .other(let name, _): name
    case .enumeration(let tag, _): tag.isEmpty ? "enum" : "enum \(tag)"
    case .record(let tag, let layout):
      (layout.isUnion ? "union" : "struct") + (tag.isEmpty ? "" : " \(tag)")
    case .array(let element, let count): "\(element.spelling)[\(count.map(String.init) ?? "")]"
    }
  }

  /// How a value of the same bytes is read: nil where a program cannot tell, or where it is not one number.
  var isSigned: Bool? {
    guard case .integer(let name, _, let isSigned) = self else { return nil }
    // Whether `char` has a sign is the ABI's choice, and text has none.
    return name == "char" || bytesOfText.contains(name) ? nil : isSigned
  }

  /// The byte order that an integer's name fixes: `b` for `__be32`, `l` for `__le32`; nil for the machine's.
  var byteOrder: Character? {
    guard case .integer(let name, _, _) = self else { return nil }
    let word = name.drop { $0 == "_" }
    return word.hasPrefix("be") ? "b" : word.hasPrefix("le") ? "l" : nil
  }

  /// An array's element and count; nil for anything else.
  var array: (element: CType, count: Int?)? {
    if case .array(let element, let count) = self { (element, count) } else { nil }
  }

  /// The tag of a struct or union, or of those that an array holds; nil for anything else and for one without a tag.
  var recordTag: String? {
    switch self {
    case .record(let tag, _): tag.isEmpty ? nil : tag
    case .array(let element, _): element.recordTag
    default: nil
    }
  }

  /// Whether a `long`, or a pointer, or something made of one: its width is the ABI's.
  var isWordSized: Bool {
    switch self {
    case .pointer: true
    case .integer(let name, _, _):
      name.contains("long") && !name.contains("long long") || name.contains("size_t")
    case .array(let element, _): element.isWordSized
    case .enumeration, .other, .record: false
    }
  }
}

private let bytesOfText: Set<String> = ["__s8", "__u8", "unsigned char", "signed char", "u8", "s8"]
