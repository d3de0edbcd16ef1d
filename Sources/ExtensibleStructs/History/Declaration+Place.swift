// The size or the flags of a C struct that Swift does not import: bit-fields, or a member of an anonymous union. The
// members that are declared so are items of the declaration like any other.

extension Declaration {
  /// Declares a struct whose flags are declared by their place, such as the bit-fields of `perf_event_attr`.
  ///
  /// - Parameters:
  ///   - type: the struct.
  ///   - name: its C name.
  ///   - size: the member that holds the caller's `sizeof`.
  ///   - flags: the member whose bits say what the caller means.
  ///   - known: the flag bits of the first version.
  ///   - items: the versions, from the first; beside them members and flags that exclude each other.
  @inlinable
  @inline(__always)
  public init<Size, Rest>(
    _ type: S.Type, _ name: StaticString, size: KeyPath<S, Size>, flagsPlace flags: DeclaredMember<S>,
    known: UInt64 = 0, @DeclarationBuilder<S> items: () -> Rest
  ) where Items == DeclaredInOrder<DeclaredMember<S>, Rest> {
    self.init(
      name, IntegerMember(size), flags.integer, known, DeclaredInOrder(before: flags, next: items()))
  }

  /// The same for a struct without a size member.
  @inlinable
  @inline(__always)
  public init<Rest>(
    _ type: S.Type, _ name: StaticString, flagsPlace flags: DeclaredMember<S>, known: UInt64 = 0,
    @DeclarationBuilder<S> items: () -> Rest
  ) where Items == DeclaredInOrder<DeclaredMember<S>, Rest> {
    self.init(name, .absent, flags.integer, known, DeclaredInOrder(before: flags, next: items()))
  }

  /// The same for a struct whose size is declared by its place.
  @inlinable
  @inline(__always)
  public init<Flags, Rest>(
    _ type: S.Type, _ name: StaticString, sizePlace size: DeclaredMember<S>, flags: KeyPath<S, Flags>,
    known: UInt64 = 0, @DeclarationBuilder<S> items: () -> Rest
  ) where Items == DeclaredInOrder<DeclaredMember<S>, Rest> {
    self.init(
      name, size.integer, IntegerMember(flags), known, DeclaredInOrder(before: size, next: items()))
  }

  /// The same for a struct whose size is declared by its place, and that has no flags.
  @inlinable
  @inline(__always)
  public init<Rest>(
    _ type: S.Type, _ name: StaticString, sizePlace size: DeclaredMember<S>,
    @DeclarationBuilder<S> items: () -> Rest
  ) where Items == DeclaredInOrder<DeclaredMember<S>, Rest> {
    self.init(name, size.integer, .absent, 0, DeclaredInOrder(before: size, next: items()))
  }

  /// The same for a struct whose size and flags are both declared by their place.
  @inlinable
  @inline(__always)
  public init<Rest>(
    _ type: S.Type, _ name: StaticString, sizePlace size: DeclaredMember<S>,
    flagsPlace flags: DeclaredMember<S>,
    known: UInt64 = 0, @DeclarationBuilder<S> items: () -> Rest
  ) where Items == DeclaredInOrder<DeclaredMember<S>, DeclaredInOrder<DeclaredMember<S>, Rest>> {
    self.init(
      name, size.integer, flags.integer, known,
      DeclaredInOrder(before: size, next: DeclaredInOrder(before: flags, next: items())))
  }
}
