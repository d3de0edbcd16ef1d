/// A member that carries no meaning: a reserved word, explicit pad.
public struct Reserved<S: DeclaredStruct>: Sendable {
  @usableFromInline let offset: Int?
  @usableFromInline let size: Int
  @usableFromInline let member: DeclaredMember<S>?

  /// Declares the member `path` reserved, with all that is embedded in it.
  @inlinable
  @inline(__always)
  public init<Value>(_ path: KeyPath<S, Value>) {
    offset = MemoryLayout<S>.offset(of: path)
    size = MemoryLayout<Value>.size
    member = nil
  }

  /// Declares a reserved member that Swift does not import, such as bit-fields that are spare.
  ///
  /// - Parameters:
  ///   - name: its name in C.
  ///   - offset: where it begins, in bytes.
  ///   - size: its length in bytes.
  @inlinable
  @inline(__always)
  public init(_ name: StaticString, at offset: Int, size: Int) {
    self.offset = offset
    self.size = size
    member = DeclaredMember(name, at: offset, size: size)
  }
}
