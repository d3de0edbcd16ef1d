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
  /// Makes a first fetch that takes the whole first version, unless the size travels outside of it.
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
  public func extent(of flags: UInt64) -> Int { meantBytes(flags) }

  /// How many bytes a user means who sets none of the newest gate's flags, and one of another gate's.
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

  /// The same for a size that is not one of those that pass as they are; on a rejection the user is told what the
  /// scheme tells.
  @inlinable
  @inline(never)
  func judgedClosely<Memory: UserMemory & ~Copyable & ~Escapable>(
    _ announced: UInt64, from memory: inout Memory
  ) throws(Rejection) -> Int {
    do { return try judgedClosely(announced) } catch {
      writeBack(to: &memory, after: error)
      throw error
    }
  }

  /// The same for a size that is not one of those that pass as they are.
  @inlinable
  @inline(never)
  func judgedClosely(_ announced: UInt64) throws(Rejection) -> Int {
    var usize = announced
    if usize == 0, details.scheme.member?.zero == .meansVersion0 { usize = UInt64(version0) }
    if case .command(.publishedSizes(let errno)) = details.scheme.size, usize != UInt64(size) {
      guard details.publishedSizes.contains(where: { UInt64($0) == usize }) else {
        throw Rejection(.dispatch, errno, at: sizeMember.offset)
      }
    }
    guard UInt64(details.least) <= usize else {
      throw Rejection(.minimum, details.sizeErrnos.tooSmall, at: sizeMember.offset)
    }
    guard usize <= details.greatest else {
      throw Rejection(.maximum, details.sizeErrnos.tooGreat, at: sizeMember.offset)
    }
    return Int(usize)
  }
}
