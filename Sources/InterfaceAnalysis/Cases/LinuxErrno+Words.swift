import ExtensibleStructs

extension LinuxErrno? {
  /// `OK`, or the errno's name.
  package var words: String { self?.description ?? "OK" }
}
