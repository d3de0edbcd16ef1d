/// What a type record describes.
///
/// The corresponding C names are `BTF_KIND_INT` and its siblings (Documentation/bpf/btf.rst, "Type Encoding").
enum TypeKind: UInt8, Sendable {
  case void = 0
  case integer = 1
  case pointer = 2
  case array = 3
  case structure = 4
  case union = 5
  case enumeration = 6
  case forward = 7
  case typedef = 8
  case volatile = 9
  case const = 10
  case restrict = 11
  case function = 12
  case functionPrototype = 13
  case variable = 14
  case dataSection = 15
  case float = 16
  case declarationTag = 17
  case typeTag = 18
  case enumeration64 = 19

  /// Whether the record only renames or qualifies another type.
  var isModifier: Bool {
    switch self {
    case .typedef, .volatile, .const, .restrict, .typeTag: true
    default: false
    }
  }

  /// Whether the record has members.
  var isComposite: Bool { self == .structure || self == .union }

  /// How many bytes follow the twelve of `struct btf_type`.
  ///
  /// The corresponding C types are `__u32`, `struct btf_array`, `btf_member`, `btf_enum`, `btf_param`, `btf_var`,
  /// `btf_var_secinfo`, `btf_decl_tag` and `btf_enum64`.
  @inline(__always)
  func trailingBytes(count: Int) -> Int {
    switch self {
    case .integer, .variable, .declarationTag: 4
    case .array: 12
    case .structure, .union, .dataSection, .enumeration64: count * 12
    case .enumeration, .functionPrototype: count * 8
    case .void, .pointer, .forward, .typedef, .volatile, .const, .restrict, .function, .float, .typeTag: 0
    }
  }
}
