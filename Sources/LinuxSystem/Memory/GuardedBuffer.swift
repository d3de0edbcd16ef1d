import ExtensibleStructs

/// User memory for a call, laid so that the byte behind the last mapped one faults.
///
///                  address          address + mapped
///                     |                  |
///     | guard page |..| bytes | zeroes   |slack| guard page |
///                                         0...7
///
/// Without a misalignment there is no slack: the kernel's first step too far is EFAULT. The page in front of
/// the buffer faults as well.
package final class GuardedBuffer: Sendable {
  /// The most bytes that a buffer holds: 16 MiB.
  package static let limit = 16 << 20

  /// The address to hand to the kernel.
  package var address: UInt64 { mapping.address + UInt64(offset) }
  /// How many bytes from `address` on are mapped.
  package let mapped: Int
  /// How far `address` lies below where it would be with no misalignment; as many mapped bytes of 0xFF follow
  /// the last one.
  package let misalignment: Int
  /// Whether writing to the buffer faults.
  package let isReadOnly: Bool

  private let mapping: Mapping
  private let offset: Int

  /// Lays out `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: what the memory holds. With `mapped` shorter than this only the front of it is there.
  ///   - mapped: how many bytes from the address on are mapped, all of `bytes` if nil. Those beyond `bytes`
  ///     are zero. With 0 the pointer itself faults.
  ///   - readOnly: whether a write, by anyone, faults.
  ///   - misalignment: moves the address down by this many bytes, 0 to 7. The address is a multiple of 8
  ///     only if `mapped` is one and this is 0.
  ///   - isLow: whether the address has to lie below 4 GiB.
  /// - Throws: EINVAL if a length is outside 0 to 16 MiB or the misalignment outside 0 to 7, ENOMEM if there
  ///   is no room.
  package init(
    _ bytes: [UInt8], mapped: Int? = nil, readOnly: Bool = false, misalignment: Int = 0, isLow: Bool = false
  ) throws(SystemError) {
    let mapped = mapped ?? bytes.count
    guard 0...Self.limit ~= mapped, 0...Self.limit ~= bytes.count, 0...7 ~= misalignment else {
      throw SystemError("guarded buffer of \(mapped) bytes, misaligned by \(misalignment)", .EINVAL)
    }
    let page = Syscalls.pageSize
    let slack = mapped == 0 ? 0 : misalignment
    let inner = (mapped + slack + page - 1) / page * page
    mapping = try SparePages.take(inner, isLow: isLow)
    self.mapped = mapped
    self.misalignment = misalignment
    isReadOnly = readOnly
    // With nothing mapped the address is inside the rear guard page, and the misalignment moves it up.
    offset = mapped == 0 ? page + misalignment : page + inner - mapped - slack
    if inner > 0 {
      try mapping.write(Array(bytes.prefix(mapped)), at: offset)
      if bytes.count < mapped {
        try mapping.write(Array(repeating: 0, count: mapped - bytes.count), at: offset + bytes.count)
      }
      try mapping.write(Array(repeating: 0xFF, count: slack), at: offset + mapped)
      if readOnly { try mapping.protect(page..<page + inner, .readOnly) }
    }
  }

  /// Lays out `bytes` so that the first `unmappedHead` of them fault and those behind do not.
  ///
  /// What lies behind the last one, up to the end of its page, is mapped as well.
  ///
  /// - Throws: EINVAL if there are more than 16 MiB, or the head is longer than a page or than `bytes`; ENOMEM if
  ///   there is no room.
  package init(_ bytes: [UInt8], unmappedHead: Int, isLow: Bool = false) throws(SystemError) {
    let page = Syscalls.pageSize
    guard bytes.count <= Self.limit, 0...min(page, bytes.count) ~= unmappedHead else {
      throw SystemError("guarded buffer with \(unmappedHead) unmapped bytes in front", .EINVAL)
    }
    let inner = (bytes.count - unmappedHead + page - 1) / page * page
    mapping = try SparePages.take(inner, isLow: isLow)
    mapped = bytes.count
    misalignment = 0
    isReadOnly = false
    offset = page - unmappedHead
    if inner > 0 { try mapping.write(Array(bytes[unmappedHead...]), at: page) }
  }

  deinit { if !isReadOnly { SparePages.keep(mapping) } }

  /// A copy of all mapped bytes, as the kernel left them.
  package func read() throws(SystemError) -> [UInt8] { try read(at: 0, count: mapped) }

  /// A copy of `count` bytes from `offset` on.
  ///
  /// - Throws: EFAULT if the range leaves the mapped bytes.
  package func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try check(at: offset, count: count)
    return try mapping.read(at: self.offset + offset, count: count)
  }

  /// Puts `bytes` into the buffer from `offset` on.
  ///
  /// - Throws: EFAULT if the range leaves the mapped bytes, EACCES if the buffer is read-only.
  package func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try check(at: offset, count: bytes.count)
    guard !isReadOnly else { throw SystemError("write to a read-only buffer", .EACCES) }
    try mapping.write(bytes, at: self.offset + offset)
  }

  private func check(at offset: Int, count: Int) throws(SystemError) {
    guard offset >= 0, count >= 0, offset <= mapped, count <= mapped - offset else {
      throw SystemError("access of \(count) bytes at \(offset) of a buffer of \(mapped)", .EFAULT)
    }
  }
}
