extension Interface {
  /// Whether the history has what the scheme of `edition` steers by.
  func check(_ edition: Edition) throws(InterfaceError) {
    guard history.versions.indices.contains(edition.version) else {
      throw InterfaceError(name, .noSuchVersion(edition.version))
    }
    let scheme = edition.scheme
    if scheme.size == .flags {
      guard history.flags != nil else { throw InterfaceError(name, .noFlags(scheme.name)) }
      if let open = history.versions.dropFirst().first(where: { $0.gate == 0 }) {
        throw InterfaceError(name, .ungated(open.name, scheme.name))
      }
    }
    if scheme.writeBack != .none || scheme.sizeReport != .none, history.sizeMember == nil {
      throw InterfaceError(name, .noSizeMember(scheme.name))
    }
    if scheme.size == .elements {
      guard let maximum = scheme.maximum, 1...Scheme.mostElements ~= maximum.bytes else {
        throw InterfaceError(name, .unboundedArray(scheme.name))
      }
    }
    if scheme.secondFetch == .none,
      scheme.firstFetch != .version0 || scheme.size != .member && scheme.size != .flags
    {
      throw InterfaceError(name, .fetchesNothing(scheme.name))
    }
    if scheme.request == .flags, history.flags == nil { throw InterfaceError(name, .noFlags(scheme.name)) }
    for rule in edition.rules {
      for field in [rule.field, rule.condition?.field].compactMap({ $0 }) {
        guard let found = history.layout.field(field), found.size == found.alignment else {
          throw InterfaceError(name, .noSuchMember(field))
        }
      }
    }
    let newest = history.versions[edition.version]
    if case .padded(let bytes, _) = scheme.capacity, bytes < newest.size {
      throw InterfaceError(name, .padFull(newest.name, needs: newest.size, has: bytes))
    }
    let wireSize = scheme.wireSize(of: newest.size, version: edition.version)
    if scheme.size == .command, wireSize > Scheme.longestInCommand {
      throw InterfaceError(name, .tooLongForCommand(newest.name, bytes: wireSize))
    }
    if let size = history.sizeMember, scheme.readsSizeMember, UInt64(wireSize) > size.valueMask {
      throw InterfaceError(name, .sizeMemberTooNarrow(size.name))
    }
  }
}
