/// What a member is.
public indirect enum CType: Hashable, Sendable {
  /// An integer, by the name that the declaration gives it: `__u32`, `__be64`, `unsigned long`, `char`.
  case integer(String, bytes: Int, isSigned: Bool)
  /// An enum, by its tag; empty for one without.
  case enumeration(String, bytes: Int)
  /// A pointer, by its type as it is written: `struct iovec *`.
  case pointer(String, bytes: Int)
  /// Anything else of a known size, such as `double`, by its type as it is written.
  case other(String, bytes: Int)
  /// A struct or union inside the member, by its tag; empty for an anonymous one.
  case record(String, CLayout)
  /// An array; nil elements for a flexible one (`x[]`, and `x[0]` at the end of a struct).
  case array(CType, count: Int?)

  /// Its size in bytes; 0 for a flexible array.
  public var size: Int {
    switch self {
    case .integer(_, let bytes, _), .enumeration(_, let bytes), .pointer(_, let bytes), .other(_, let bytes):
      bytes
    case .record(_, let layout): layout.size
    case .array(let element, let count): element.size * (count ?? 0)
    }
  }

  /// Whether it is a flexible array.
  public var isFlexibleArray: Bool { if case .array(_, nil) = self { true } else { false } }
}
