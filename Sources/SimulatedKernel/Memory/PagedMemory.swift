public import ExtensibleStructs
public import KernelInterfaces

/// User memory with pages: mapped, read-only or not there; NULL and kernel pointers; every access recorded.
///
/// Offsets are in bytes from the user's pointer. What no page covers is unmapped and faults. Pages may be of
/// any length, so that a mapping can end at any byte, as one does that lies in front of a guard page.
public struct PagedMemory: Sendable {
  /// A stretch of mapped bytes.
  public struct Page: Hashable, Sendable {
    /// Its bytes, from the user's pointer.
    public var range: Range<Int>
    /// Whether the kernel may write it for the user.
    public var isWritable: Bool

    /// Makes a stretch of mapped bytes.
    public init(_ range: Range<Int>, isWritable: Bool = true) {
      self.range = range
      self.isWritable = isWritable
    }
  }

  /// The content from the pointer on, as far as any page reaches.
  public private(set) var bytes: [UInt8]
  /// The mapped stretches, by rising offset; they do not overlap.
  public let pages: [Page]
  /// What kind of pointer leads here.
  public let pointer: KernelCall.Pointer
  /// The accesses so far, in order, if they are recorded.
  public internal(set) var accesses: [Access] = []
  /// Whether accesses are recorded.
  public var isRecording = true
  /// The end of what was asked for so far, in bytes from the user's pointer, where accesses are not recorded.
  public private(set) var reach = 0
  /// The same of fetches alone.
  public private(set) var fetchReach = 0

  /// Maps `pages`, filled with `bytes` and zeros behind them.
  ///
  /// A pointer that is not valid leads to no page at all. Stretches that are empty, begin before the pointer
  /// or overlap the one in front of them are left out.
  public init(_ bytes: [UInt8], pages: [Page], pointer: KernelCall.Pointer = .valid) {
    var end = 0
    var kept: [Page] = []
    for page in pages.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where page.range.lowerBound >= end && !page.range.isEmpty {
      kept.append(page)
      end = page.range.upperBound
    }
    self.pages = pointer == .valid ? kept : []
    self.pointer = pointer
    self.bytes = Array(bytes.prefix(end))
    if self.bytes.count < end { self.bytes += [UInt8](repeating: 0, count: end - self.bytes.count) }
  }

  /// The memory of a call.
  public init(_ image: KernelCall.Memory, pointer: KernelCall.Pointer = .valid) {
    let mapped = image.length
    let head = min(max(0, image.unmappedHead), mapped)
    self.init(image.bytes, pages: [Page(head..<mapped, isWritable: image.isWritable)], pointer: pointer)
    // A head that is all of it leaves no page, and the content as it is.
    if head == mapped { bytes = image.content }
  }

  /// Forgets the accesses so far; room for as many stays.
  public mutating func forgetAccesses() { accesses.removeAll(keepingCapacity: true) }

  /// How many bytes of addresses a process has: those below 2^47, as x86-64 has them with four levels of page tables.
  public static let addressSpace = 1 << 47

  /// How many of the `count` bytes from `offset` on may be accessed before the first that faults. What cannot lie in
  /// the address space is refused as a whole, as by C's `access_ok`.
  func reach(_ offset: Int, _ count: Int, writing: Bool) -> Int {
    var reached = offset
    for page in pages where page.range.upperBound > reached {
      guard page.range.lowerBound <= reached, !writing || page.isWritable else { break }
      reached = page.range.upperBound
      if count <= reached - offset { return count }
    }
    return count <= PagedMemory.addressSpace ? reached - offset : 0
  }

  @inline(__always)
  mutating func record(_ primitive: Access.Primitive, _ offset: Int, _ count: Int) {
    guard !isRecording else {
      accesses.append(Access(primitive, offset: offset, count: count))
      return
    }
    let end = offset &+ count
    if reach < end { reach = end }
    if fetchReach < end, primitive.isFetch { fetchReach = end }
  }

  /// Writes an integer where the kernel has written before, and records nothing.
  mutating func fill(_ value: UInt64, at member: IntegerMember) {
    guard member.end <= bytes.count else { return }
    member.set(value, in: &bytes)
  }

  /// Zeroes `[offset, offset + count)` or sets it to the low bytes of a value; it is mapped and writable.
  mutating func write(at offset: Int, count: Int, _ byte: (Int) -> UInt8) {
    for index in 0..<count { bytes[offset + index] = byte(index) }
  }
}
