/// An item of a declaration: a ``Published`` version, a ``Reserved`` member, a ``DeclaredMember``, or flags that exclude
/// each other.
public protocol DeclarationItem: Sendable {
  /// Adds what the item means to an outline.
  func add(to outline: inout Outline)
  /// Adds the item to a list.
  func add(to list: inout DeclarationList)
}

/// A declaration's items, listed.
public struct DeclarationList: Sendable {
  @inlinable
  init() {}

  /// Each version's name, where it ends, and its gate; the end is nil if the key path leads to no stored member.
  public var versions: [(name: StaticString, end: Int?, gate: UInt64)] = []
  /// Where each reserved member begins, nil if the key path leads to no stored one, and its length in bytes.
  public var reserved: [(start: Int?, size: Int)] = []
  /// The flags that exclude each other.
  public var conflicts: [FlagsField.Conflict] = []
  /// The members with a declared name or place.
  var members: [Member] = []

  /// A member with a declared name or place.
  struct Member {
    /// Its C name.
    var name: String
    /// Where it begins; nil if its key path leads to no stored member.
    var offset: Int?
    /// Its length in bytes.
    var size: Int
    /// What its offset must be a multiple of.
    var alignment: Int
    /// The type of a member that Swift has and that is given a name; nil for one that is declared by its place.
    var type: ObjectIdentifier?
  }
}

/// Lists the versions of a ``Declaration``, one a line, and what else there is to say of the struct.
@resultBuilder
public enum DeclarationBuilder<S: DeclaredStruct> {
  /// One version, whose key path is then one of `S`.
  @inlinable
  @inline(__always)
  public static func buildExpression(_ published: Published<S>) -> Published<S> { published }

  /// Flags that exclude each other.
  @inlinable
  @inline(__always)
  public static func buildExpression(_ conflict: FlagsField.Conflict) -> FlagsField.Conflict { conflict }

  /// A reserved member, whose key path is then one of `S`.
  @inlinable
  @inline(__always)
  public static func buildExpression(_ reserved: Reserved<S>) -> Reserved<S> { reserved }

  /// A member with its C name or its place; a key path is then one of `S`.
  @inlinable
  @inline(__always)
  public static func buildExpression(_ member: DeclaredMember<S>) -> DeclaredMember<S> { member }

  /// No version: ``History/init(_:)`` refuses it.
  @inlinable
  @inline(__always)
  public static func buildBlock() -> NothingDeclared { NothingDeclared() }

  /// The first item.
  @inlinable
  @inline(__always)
  public static func buildPartialBlock<Item: DeclarationItem>(first: Item) -> Item { first }

  /// The items in the order in which they stand.
  @inlinable
  @inline(__always)
  public static func buildPartialBlock<Before: DeclarationItem, Item: DeclarationItem>(
    accumulated: Before, next: Item
  ) -> DeclaredInOrder<Before, Item> {
    DeclaredInOrder(before: accumulated, next: next)
  }
}

/// An empty list.
public struct NothingDeclared: DeclarationItem {
  @inlinable
  @inline(__always)
  init() {}

  /// Adds nothing.
  @inlinable
  @inline(__always)
  public func add(to outline: inout Outline) {}

  /// Adds nothing.
  public func add(to list: inout DeclarationList) {}
}

/// Items, and one behind them.
public struct DeclaredInOrder<Before: DeclarationItem, Item: DeclarationItem>: DeclarationItem {
  @usableFromInline let before: Before
  @usableFromInline let next: Item

  @inlinable
  @inline(__always)
  init(before: Before, next: Item) {
    self.before = before
    self.next = next
  }

  /// Adds them one after the other.
  @inlinable
  @inline(__always)
  public func add(to outline: inout Outline) {
    before.add(to: &outline)
    next.add(to: &outline)
  }

  /// Adds them one after the other.
  public func add(to list: inout DeclarationList) {
    before.add(to: &list)
    next.add(to: &list)
  }
}

extension Published: DeclarationItem {
  /// Adds the version.
  @inlinable
  @inline(__always)
  public func add(to outline: inout Outline) { outline.publish(end: end ?? 0, gate: gate) }

  /// Adds the version.
  public func add(to list: inout DeclarationList) { list.versions.append((name, end, gate)) }
}

extension Reserved: DeclarationItem {
  /// Adds nothing: a codec does not look at a reserved member by itself.
  @inlinable
  @inline(__always)
  public func add(to outline: inout Outline) {}

  /// Adds the member.
  public func add(to list: inout DeclarationList) {
    list.reserved.append((offset, size))
    member?.add(to: &list)
  }
}

extension FlagsField.Conflict: DeclarationItem {
  /// Adds the pair.
  @inlinable
  @inline(__always)
  public func add(to outline: inout Outline) { outline.exclude(self) }

  /// Adds the pair.
  public func add(to list: inout DeclarationList) { list.conflicts.append(self) }
}
