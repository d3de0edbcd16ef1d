extension ValueCodec {
  /// Takes a struct in as a kernel of this codec's version does; ``Codec/receive(from:usize:flags:into:)``.
  ///
  /// - Parameter value: what the struct becomes: members beyond the version are zero. On an error its content
  ///   is not specified.
  /// - Returns: the user's size and flags, as the kernel goes by them.
  @inlinable
  @inline(__always)
  @discardableResult
  public func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64 = 0, into value: inout S
  ) throws(Rejection) -> Received {
    guard plan.plainSize == MemoryLayout<S>.size else {
      return try receiveOther(from: &memory, usize: usize, into: &value)
    }
    return try unsafe _withUnprotectedUnsafeMutableBytes(of: &value) { bytes throws(Rejection) in
      // The bytes of a BitwiseCopyable struct of integers, of which every pattern is a value; every access of
      // them is checked, so that the stack needs no guard.
      var own = unsafe MutableRawSpan(
        _unsafeStart: bytes.baseAddress.unsafelyUnwrapped, byteCount: MemoryLayout<S>.size)
      return try receivePlain(ksize: MemoryLayout<S>.size, from: &memory, usize: usize, into: &own)
    }
  }

  /// The same, with the struct as the result.
  @inlinable
  @inline(__always)
  public func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64 = 0
  ) throws(Rejection) -> S {
    var value = S()
    try receive(from: &memory, usize: usize, into: &value)
    return value
  }

  /// Takes a struct in from plain bytes; ``receive(from:usize:into:)``.
  ///
  /// - Parameter usize: the user's size, where it travels outside the struct; nil for the number of bytes.
  @inlinable
  @inline(__always)
  @discardableResult
  public func decode(_ bytes: RawSpan, usize: UInt64? = nil, into value: inout S) throws(Rejection)
    -> Received
  {
    var memory = SpanMemory(bytes)
    return try receive(
      from: &memory, usize: usize ?? UInt64(truncatingIfNeeded: bytes.byteCount), into: &value)
  }

  /// The same, with the struct as the result.
  @inlinable
  @inline(__always)
  public func decode(_ bytes: RawSpan, usize: UInt64? = nil) throws(Rejection) -> S {
    var value = S()
    try decode(bytes, usize: usize, into: &value)
    return value
  }

  /// The same from an array.
  @inlinable
  public func decode(_ bytes: [UInt8], usize: UInt64? = nil) throws(Rejection) -> S {
    try decode(unsafe bytes.span.bytes, usize: usize)  // Bytes have no padding that could be left unset.
  }

  /// Takes in a struct that is not as long on the wire as in Swift, or that needs a special step.
  @inlinable
  @inline(never)
  func receiveOther<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64, into value: inout S
  ) throws(Rejection) -> Received {
    value = S()
    return try unsafe withUnsafeMutableBytes(of: &value) { bytes throws(Rejection) in
      // The bytes of a BitwiseCopyable struct of integers, of which every pattern is a value.
      var own = unsafe MutableRawSpan(_unsafeBytes: bytes)
      guard own.byteCount < codec.size else {
        return try codec.receive(from: &memory, usize: usize, into: &own)
      }
      return try receivePadded(from: &memory, usize: usize, into: &own)
    }
  }

  /// Takes in a struct that is padded on the wire: into stack memory first, then what the version knows.
  @inlinable
  func receivePadded<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64, into own: inout MutableRawSpan
  ) throws(Rejection) -> Received {
    try unsafe withUnsafeTemporaryAllocation(byteCount: codec.size, alignment: 8) { bytes throws(Rejection) in
      // Fresh memory of the codec's size for as long as the closure runs. On success every byte is set: the scheme
      // fetches the struct, as was checked, and a copy writes all that it was asked for, as UserMemory demands.
      var kernel = unsafe MutableRawSpan(_unsafeBytes: bytes)
      let received = try codec.receive(from: &memory, usize: usize, into: &kernel)
      own.copy(codec.known, of: kernel.bytes, from: 0, to: 0)
      return received
    }
  }
}
