/// What the first fetch, or the call itself, said of the user's struct.
@usableFromInline
struct Announced {
  /// The size as it was said, before any rule.
  @usableFromInline var size: UInt64
  /// The flags, where they were fetched.
  @usableFromInline var flags: UInt64
  /// Whether the first fetch took the size member.
  @usableFromInline var hasSize: Bool
  /// Whether the first fetch took the flags.
  @usableFromInline var hasFlags: Bool

  @inlinable
  @inline(__always)
  init(size: UInt64, flags: UInt64 = 0, hasSize: Bool = false, hasFlags: Bool = false) {
    self.size = size
    self.flags = flags
    self.hasSize = hasSize
    self.hasFlags = hasFlags
  }
}

extension Codec {
  /// Makes the first fetch, if the scheme has one, and learns the size from it.
  @inlinable
  @inline(__always)
  func announce<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, argument: UInt64, ksize: Int
  ) throws(Rejection) -> Announced {
    // Compares, not a jump table.
    if plan.source == .member {
      return Announced(size: try fetchSteering(sizeMember, from: &memory), hasSize: true)
    }
    if plan.source == .flags {
      let flags = try fetchSteering(flags, from: &memory)
      return Announced(size: UInt64(truncatingIfNeeded: extent(of: flags)), flags: flags, hasFlags: true)
    }
    return Announced(size: plan.source == .outside ? argument : UInt64(truncatingIfNeeded: ksize))
  }

  /// Fetches one member alone.
  @inlinable
  @inline(__always)
  func fetchSteering<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ member: Steering, from memory: inout Memory
  ) throws(Rejection) -> UInt64 {
    switch memory.getUserOrFault(at: member.offset, width: member.width) {
    case .success(let value): return value
    case .failure(let fault): throw Rejection(.firstFetch, .EFAULT, at: fault.offset)
    }
  }

  /// The same where the first fetch takes the whole first version, unless the size travels outside of it.
  @inlinable
  @inline(never)
  func announceLong<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, argument: UInt64, into kernel: inout MutableRawSpan
  ) throws(Rejection) -> Announced {
    guard plan.source == .member || plan.source == .flags else {
      return try announce(from: &memory, argument: argument, ksize: size)
    }
    do { try memory.copyFromUser(at: 0, count: version0, into: &kernel) } catch {
      throw Rejection(.firstFetch, .EFAULT, at: error.offset)
    }
    let flags = load(flags, of: kernel.bytes)
    let announced = plan.source == .flags ? UInt64(extent(of: flags)) : load(sizeMember, of: kernel.bytes)
    return Announced(
      size: announced, flags: flags, hasSize: sizeMember.width > 0, hasFlags: self.flags.width > 0)
  }

  /// How many bytes a user means who sets these flags: up to the end of the newest extension that is open.
  @inlinable
  @inline(__always)
  public func extent(of flags: UInt64) -> Int {
    guard flags & gateMask != 0 else { return version0 }
    return flags & plan.newestGate != 0 ? plan.newestEnd : olderExtent(of: flags)
  }

  @inlinable
  @inline(never)
  func olderExtent(of flags: UInt64) -> Int {
    details.gates.last { $0.mask & flags != 0 }?.range.upperBound ?? version0
  }

  /// The size that the kernel goes by, once it has passed the rules on sizes.
  @inlinable
  @inline(__always)
  func judged(_ announced: UInt64) throws(Rejection) -> Int {
    if announced &- plan.lowest < plan.sizes { return Int(truncatingIfNeeded: announced) }
    return try judgedClosely(announced)
  }

  /// The same for a size that is not one of those that pass as they are.
  @inlinable
  @inline(never)
  func judgedClosely(_ announced: UInt64) throws(Rejection) -> Int {
    var usize = announced
    if usize == 0, details.scheme.zeroSize == .meansVersion0 { usize = UInt64(version0) }
    if case .publishedSizes(let errno) = details.scheme.dispatch, usize != UInt64(size) {
      guard details.publishedSizes.contains(where: { UInt64($0) == usize }) else {
        throw Rejection(.dispatch, errno, at: sizeMember.offset)
      }
    }
    guard UInt64(details.least) <= usize else {
      throw Rejection(.minimum, details.scheme.minimum.errno, at: sizeMember.offset)
    }
    guard usize <= details.greatest else {
      throw Rejection(.maximum, details.scheme.maximum?.errno ?? .E2BIG, at: sizeMember.offset)
    }
    return Int(usize)
  }

  /// The member's value in the struct; 0 if there is no such member.
  @inlinable
  @inline(__always)
  func load(_ member: Steering, of bytes: RawSpan) -> UInt64 {
    bytes.integer(at: member.offset, width: member.width) ?? 0
  }
}
