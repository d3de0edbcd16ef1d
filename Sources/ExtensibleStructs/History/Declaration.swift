/// The history of a Swift struct, declared with key paths; ``History/init(_:)`` checks it.
///
/// It is a value of integers and literals, and its list of items is a type, so that a compiler can carry it out:
/// ``FixedCodec``.
public struct Declaration<S: DeclaredStruct, Items: DeclarationItem>: Sendable {
  @usableFromInline let title: StaticString
  @usableFromInline let known: UInt64
  @usableFromInline let size: IntegerMember
  @usableFromInline let flags: IntegerMember
  @usableFromInline let items: Items

  /// Declares which members end the published versions, and which ones are the size and the flags.
  ///
  /// - Parameters:
  ///   - type: the struct.
  ///   - name: its C name.
  ///   - size: the member that holds the caller's `sizeof`.
  ///   - flags: the member whose bits say what the caller means.
  ///   - known: the flag bits of the first version.
  ///   - items: the versions, from the first; beside them ``Reserved`` members and flags that exclude each other.
  @inlinable
  @inline(__always)
  public init<Size, Flags>(
    _ type: S.Type, _ name: StaticString, size: KeyPath<S, Size>, flags: KeyPath<S, Flags>,
    known: UInt64 = 0, @DeclarationBuilder<S> items: () -> Items
  ) {
    self.init(name, IntegerMember(size), IntegerMember(flags), known, items())
  }

  /// The same for a struct without a size member.
  @inlinable
  @inline(__always)
  public init<Flags>(
    _ type: S.Type, _ name: StaticString, flags: KeyPath<S, Flags>, known: UInt64 = 0,
    @DeclarationBuilder<S> items: () -> Items
  ) {
    self.init(name, .absent, IntegerMember(flags), known, items())
  }

  /// The same for a struct without flags.
  @inlinable
  @inline(__always)
  public init<Size>(
    _ type: S.Type, _ name: StaticString, size: KeyPath<S, Size>, @DeclarationBuilder<S> items: () -> Items
  ) {
    self.init(name, IntegerMember(size), .absent, 0, items())
  }

  /// The same for a struct with neither.
  @inlinable
  @inline(__always)
  public init(_ type: S.Type, _ name: StaticString, @DeclarationBuilder<S> items: () -> Items) {
    self.init(name, .absent, .absent, 0, items())
  }

  @inlinable
  @inline(__always)
  init(
    _ name: StaticString, _ size: IntegerMember, _ flags: IntegerMember, _ known: UInt64, _ items: Items
  ) {
    title = name
    self.size = size
    self.flags = flags
    self.known = known
    self.items = items
  }

  /// The struct's C name.
  public var name: String { title.description }

  /// The declaration in integers; not checked.
  @inlinable
  @inline(__always)
  public var outline: Outline {
    var outline = Outline(flags: flags, knownFlags: known, sizeMember: size)
    items.add(to: &outline)
    return outline
  }

  /// The declaration's items, listed.
  public var list: DeclarationList {
    var list = DeclarationList()
    items.add(to: &list)
    return list
  }
}

extension IntegerMember {
  /// No such member.
  @inlinable
  @inline(__always)
  package static var absent: IntegerMember { IntegerMember(offset: 0, width: 0) }

  /// The member that a key path leads to; at a negative offset if it leads to no stored one.
  @inlinable
  @inline(__always)
  init<S, Value>(_ path: KeyPath<S, Value>) {
    self.init(offset: MemoryLayout<S>.offset(of: path) ?? -1, width: MemoryLayout<Value>.size)
  }
}
