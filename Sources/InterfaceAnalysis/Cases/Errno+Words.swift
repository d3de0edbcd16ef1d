import ExtensibleStructs

extension Errno? {
  /// `OK`, or the errno's name.
  package var words: String { self?.description ?? "OK" }
}
