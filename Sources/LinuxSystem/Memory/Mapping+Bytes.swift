import ExtensibleStructs

extension Mapping {
  /// A copy of `count` bytes from `offset` on.
  ///
  /// - Precondition: the pages are readable; reading a protected page is a fault of this process.
  /// - Throws: EFAULT if the range leaves the mapping.
  package func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try check(at: offset, count: count, "read")
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe bytes.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      // Sound: the range was checked to be inside the mapping, which lives as long as `self`.
      unsafe start.copyMemory(from: pointer(at: offset), byteCount: count)
    }
    return bytes
  }

  /// Puts `bytes` into the mapping from `offset` on.
  ///
  /// - Precondition: the pages are writable; writing a protected page is a fault of this process.
  /// - Throws: EFAULT if the range leaves the mapping.
  package func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try check(at: offset, count: bytes.count, "write")
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      // Sound: the range was checked to be inside the mapping, which lives as long as `self`.
      unsafe pointer(at: offset).copyMemory(from: start, byteCount: bytes.count)
    }
  }

  /// A little-endian integer, as KVM's shared page holds them on every machine that this runs on.
  package func load<T: FixedWidthInteger & UnsignedInteger>(_ type: T.Type, at offset: Int)
    throws(SystemError) -> T
  {
    try read(at: offset, count: MemoryLayout<T>.size).reversed().reduce(0) { $0 << 8 | T($1) }
  }

  package func check(at offset: Int, count: Int, _ operation: String) throws(SystemError) {
    guard offset >= 0, count >= 0, offset <= length, count <= length - offset else {
      throw SystemError("\(operation) of \(count) bytes at \(offset), outside the mapping", .EFAULT)
    }
  }

  private func pointer(at offset: Int) -> UnsafeMutableRawPointer {
    // Sound: a mapping is never at address 0, and callers have checked the offset.
    unsafe UnsafeMutableRawPointer(bitPattern: UInt(address) + UInt(offset))!
  }
}
