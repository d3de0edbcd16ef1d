extension LinuxErrno? {
  /// A call's result in a report: `OK` for nil, else the errno's name.
  package var words: String { self?.description ?? "OK" }
}
