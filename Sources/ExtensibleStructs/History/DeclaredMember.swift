/// A member whose C name is not the Swift one, or that Swift does not import from a C header.
///
///     static let history = Declaration(Self.self, "irqfd", flags: \.flags) {
///       Member(\.resampleFD, "resamplefd")
///       Published("VER0", through: \.resampleFD)
///     }
///
///     extension perf_event_attr: DeclaredStruct {
///       static var history: Declaration<Self, some DeclarationItem> {
///         Declaration(Self.self, "perf_event_attr", size: \.size, flagsPlace: Member("flags", at: 40, size: 8)) {
///           Member("sample_period", at: 16, size: 8)  // a union without a name
///           ...
///           Published("VER0", size: PERF_ATTR_SIZE_VER0)
///         }
///       }
///     }
///
/// Swift imports no bit-field, no member of an anonymous union or struct, and no array of more than 4096 elements. Each
/// of them is declared by its place; ``History/init(_:)`` checks that no byte is left out and none is declared twice.
public struct DeclaredMember<S: DeclaredStruct>: Sendable {
  @usableFromInline let name: StaticString
  @usableFromInline let offset: Int?
  @usableFromInline let size: Int
  @usableFromInline let alignment: Int?
  @usableFromInline let type: ObjectIdentifier?

  /// Gives a member its C name.
  ///
  /// - Parameters:
  ///   - path: a stored member.
  ///   - name: its name in C; the members of an embedded struct are then `name.member`.
  @inlinable
  @inline(__always)
  public init<Value>(_ path: KeyPath<S, Value>, _ name: StaticString) {
    self.init(
      name, MemoryLayout<S>.offset(of: path), MemoryLayout<Value>.size, nil, ObjectIdentifier(Value.self))
  }

  /// Declares a member that Swift does not import.
  ///
  /// - Parameters:
  ///   - name: its name in C; for bit-fields that share an integer, a name of that integer.
  ///   - offset: where it begins, in bytes; C's `offsetof`.
  ///   - size: its length in bytes; C's `sizeof`.
  ///   - alignment: what its offset must be a multiple of: for an array the size of one element. Nil for `size` where
  ///     that is 1, 2, 4 or 8, and else for the greatest of them that both `size` and `offset` are a multiple of.
  @inlinable
  @inline(__always)
  public init(_ name: StaticString, at offset: Int, size: Int, alignment: Int? = nil) {
    self.init(name, offset, size, alignment, nil)
  }

  @inlinable
  @inline(__always)
  init(_ name: StaticString, _ offset: Int?, _ size: Int, _ alignment: Int?, _ type: ObjectIdentifier?) {
    self.name = name
    self.offset = offset
    self.size = size
    self.alignment = alignment
    self.type = type
  }

  /// The member as a kernel looks at it by itself.
  @inlinable
  @inline(__always)
  var integer: IntegerMember { IntegerMember(offset: offset ?? -1, width: size) }
}

extension DeclaredMember: DeclarationItem {
  /// Adds nothing: a name says nothing of versions.
  @inlinable
  @inline(__always)
  public func add(to outline: inout Outline) {}

  /// Adds the member.
  public func add(to list: inout DeclarationList) {
    let widths = [8, 4, 2, 1]
    let natural =
      widths.contains(size) ? size : widths.first { size % $0 == 0 && (offset ?? 0) % $0 == 0 } ?? 1
    list.members.append(
      DeclarationList.Member(
        name: name.description, offset: offset, size: size, alignment: alignment ?? natural, type: type))
  }
}
