/// A member that carries no meaning: a reserved word, explicit pad.
public struct Reserved<S: DeclaredStruct>: Sendable {
  @usableFromInline let offset: Int

  /// Declares the member `path` reserved.
  @inlinable
  @inline(__always)
  public init<Value>(_ path: KeyPath<S, Value>) { offset = MemoryLayout<S>.offset(of: path) ?? -1 }
}
