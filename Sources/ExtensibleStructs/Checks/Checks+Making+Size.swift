extension Checks.List {
  /// How the kernel learns the size, where it is in the struct.
  mutating func addFirstFetch() {
    guard let fetches = source.scheme.fetches else { return }
    if fetches.takesVersion0 {
      add(.fetchVersion0(source.version0), .EFAULT)
    } else if source.scheme.member != nil {
      add(.fetchSize(source.sizeMember), .EFAULT)
    } else {
      add(.fetchFlags(source.flags), .EFAULT)
    }
  }

  /// How the kernel judges the size.
  mutating func addSize() {
    switch source.scheme.size {
    case .fixed: break
    case .flags: add(.sizeOfFlags)
    case .member(let member):
      if member.zero == .meansVersion0 { add(.zeroSize(source.version0)) }
      addBounds(member.bounds)
    case .argument(let bounds): addBounds(bounds)
    case .command(.anySize(let bounds)):
      add(.commandSize(Scheme.longestInCommand), source.absent)
      addBounds(bounds)
    case .command(.publishedSizes(let errno)): add(.publishedSize, errno)
    case .elements(let elements):
      if elements.least > 0 { add(.minimum(elements.least), elements.errno) }
      add(.maximum(elements.greatest), elements.errno)
    case .pointer(let errno):
      add(.writeNeededSize)
      add(.minimum(source.ksize), errno)
    }
  }

  private mutating func addBounds(_ bounds: Scheme.Bounds) {
    let least = bounds.minimum.bytes ?? source.version0
    if least > 0 { add(.minimum(least), bounds.minimum.errno, writingBack: true) }
    if let maximum = bounds.maximum { add(.maximum(maximum.bytes), maximum.errno, writingBack: true) }
  }

  /// How a struct is handed out once the size has passed.
  mutating func addHandingOut(_ output: Scheme.Output) {
    if output.fetchesRequest { add(.fetchRequest(source.flags), .EFAULT) }
    if case .pointer = source.scheme.size { return add(.writeElements(source.version0), .EFAULT) }
    if output.reportsCopiedBytes { add(.reportCopiedBytes(source.sizeMember)) }
    if output.tail == .zeroed { add(.clearTail, .EFAULT) }
    add(.copyOut, .EFAULT)
  }
}
