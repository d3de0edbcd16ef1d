extension Scheme {
  /// Every errno that the scheme refuses a call with.
  var errnos: [LinuxErrno] {
    var list: [LinuxErrno?] = [bounds?.minimum.errno, bounds?.maximum?.errno, member?.writeBack]
    switch size {
    case .command(.publishedSizes(let errno)), .pointer(let errno): list.append(errno)
    case .elements(let elements): list.append(elements.errno)
    case .fixed, .member, .argument, .command(.anySize), .flags: break
    }
    switch nullPointer {
    case .rejectedFirst(let errno), .rejectedAfterSize(let errno), .takenWithoutSize(let errno):
      list.append(errno)
    case .faultsWhenRead, .takenAfterSize: break
    }
    switch flagsArgument {
    case .rejectedFirst(_, let errno), .rejectedAfterCopy(_, let errno): list.append(errno)
    case .none: break
    }
    switch privilege {
    case .askedFirst(_, let errno), .askedAfterSize(_, let errno), .askedAfterCopy(_, let errno):
      list.append(errno)
    case .notAsked: break
    }
    if let input {
      if case .mustBeZero(let errno) = input.tail { list.append(errno) }
      for case .mustBeZero(let errno) in [input.pad, input.closedGate] { list.append(errno) }
      for case .rejected(let errno) in [input.unknownFlags, input.flagBeyondSize] { list.append(errno) }
    }
    return list.compactMap { $0 }
  }
}

extension LinuxErrno {
  /// Whether the number can be returned as an error: 1 to `MAX_ERRNO`.
  var isErrorNumber: Bool { 1...4095 ~= rawValue }
}
