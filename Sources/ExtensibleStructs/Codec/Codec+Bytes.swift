extension Codec {
  /// Writes a struct into a new array; ``encode(_:into:)``. It allocates, and is for where that does not matter.
  public func encode(_ value: [UInt8]) throws(EncodingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var span = bytes.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    try encode(unsafe value.span.bytes, into: &target)
    return bytes
  }

  /// Takes a struct in from an array, into a new one; ``receive(from:usize:flags:into:)``.
  ///
  /// - Parameters:
  ///   - bytes: the user's memory from the pointer on.
  ///   - usize: the user's size, where it travels outside the struct; nil for the number of bytes.
  ///   - flags: the flags that are an argument of the call; 0 where there are none.
  /// - Returns: the kernel's struct, or all elements of an array; and what the kernel knows of the user.
  /// - Throws: ``Rejection``: the first step of ``checks`` that failed.
  public func decode(
    _ bytes: [UInt8], usize: UInt64? = nil, flags: UInt64 = 0
  ) throws(Rejection) -> (bytes: [UInt8], received: Received) {
    var kernel = [UInt8](repeating: 0, count: roomNeeded)
    // Bytes have no padding that could be left unset.
    var memory = SpanMemory(unsafe bytes.span.bytes)
    var span = kernel.mutableSpan
    var own = unsafe span.mutableBytes
    let received = try receive(
      from: &memory, usize: usize ?? UInt64(bytes.count), flags: flags, into: &own)
    return (kernel, received)
  }
}
