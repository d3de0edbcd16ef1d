/// A ``Codec`` for a Swift struct: values in, values out.
public struct StructCodec<S: DeclaredStruct & BitwiseCopyable>: Sendable {
  /// The codec underneath, which works on bytes.
  public let codec: Codec

  /// Compiles the struct's own history under `scheme`, as the version with index `version` knows it; nil for the newest.
  ///
  /// - Throws: ``SchemeError`` if they do not fit, there is no such version, the scheme takes an array, or it reads a size
  ///   member that the struct does not have.
  public init(_ scheme: Scheme, version: Int? = nil) throws(SchemeError) {
    let wire = try StructCodec.history().wire(for: scheme)
    try self.init(Codec(wire, scheme, version: version), of: wire)
  }

  /// A codec that was compiled of `wire`, for values.
  ///
  /// - Throws: ``SchemeError`` if `S` is not laid out as the struct is on the wire, or the scheme takes an array.
  package init(_ codec: Codec, of wire: History) throws(SchemeError) {
    let own = try StructCodec.history()
    guard own.layout == wire.layout else { throw SchemeError(own.name, .otherLayout(own.name)) }
    // How many elements there are is for the user to say: one value has no room for them.
    if codec.scheme.size.source == .elements { throw SchemeError(own.name, .takesArray(codec.scheme.name)) }
    self.codec = codec
  }

  private static func history() throws(SchemeError) -> History {
    do { return try History(S.self) } catch { throw SchemeError("\(S.self)", .declaration(error)) }
  }

  /// The same codec, for values; the codec has been checked to be one for `S`.
  @inlinable
  init(_ codec: Codec) { self.codec = codec }

  /// Writes `value` as a user of this codec's version does; ``Codec/encode(_:into:)``.
  @inlinable
  @inline(__always)
  @discardableResult
  public func encode(_ value: S, into target: inout MutableRawSpan) throws(EncodingError) -> Int {
    var value = value
    return try unsafe _withUnprotectedUnsafeMutableBytes(of: &value) { bytes throws(EncodingError) in
      // The bytes of a BitwiseCopyable struct whose declaration was checked to have no padding, for as long
      // as the closure runs; every access of them is checked, so that the stack needs no guard.
      try codec.encode(
        unsafe RawSpan(_unsafeStart: bytes.baseAddress.unsafelyUnwrapped, byteCount: MemoryLayout<S>.size),
        into: &target)
    }
  }

  /// Writes the struct whose bytes lie in memory as `value`, without a copy on the way; ``Codec/encode(_:into:)``.
  @inlinable
  @inline(__always)
  @discardableResult
  public func encode(_ value: RawSpan, into target: inout MutableRawSpan) throws(EncodingError) -> Int {
    try codec.encode(value, into: &target)
  }

  /// Writes `value` into a new array; it allocates, and is for where that does not matter.
  public func encode(_ value: S) throws(EncodingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: codec.size)
    var span = bytes.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    try encode(value, into: &target)
    return bytes
  }

  /// Takes a struct in as a kernel of this codec's version does; ``Codec/receive(from:usize:into:)``.
  ///
  /// - Parameter value: what the struct becomes: members beyond the version are zero. On an error its content
  ///   is not specified.
  @inlinable
  @inline(__always)
  public func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64 = 0, into value: inout S
  ) throws(Rejection) {
    guard codec.plan.plainSize == MemoryLayout<S>.size else {
      return try receiveOther(from: &memory, usize: usize, into: &value)
    }
    try unsafe _withUnprotectedUnsafeMutableBytes(of: &value) { bytes throws(Rejection) in
      // The bytes of a BitwiseCopyable struct of integers, of which every pattern is a value; every access of
      // them is checked, so that the stack needs no guard.
      var own = unsafe MutableRawSpan(
        _unsafeStart: bytes.baseAddress.unsafelyUnwrapped, byteCount: MemoryLayout<S>.size)
      _ = try codec.receivePlain(ksize: MemoryLayout<S>.size, from: &memory, usize: usize, into: &own)
    }
  }

  /// Takes a struct in as a kernel of this codec's version does; ``Codec/receive(from:usize:into:)``.
  @inlinable
  @inline(__always)
  public func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64 = 0
  ) throws(Rejection) -> S {
    var value = S()
    try receive(from: &memory, usize: usize, into: &value)
    return value
  }

  /// Takes in a struct that is not as long on the wire as in Swift, or that needs a special step.
  @inlinable
  @inline(never)
  func receiveOther<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64, into value: inout S
  ) throws(Rejection) {
    value = S()
    try unsafe withUnsafeMutableBytes(of: &value) { bytes throws(Rejection) in
      // The bytes of a BitwiseCopyable struct of integers, of which every pattern is a value.
      var own = unsafe MutableRawSpan(_unsafeBytes: bytes)
      guard own.byteCount < codec.size else {
        _ = try codec.receive(from: &memory, usize: usize, into: &own)
        return
      }
      try receivePadded(from: &memory, usize: usize, into: &own)
    }
  }

  /// Takes in a struct that is padded on the wire: into stack memory first, then what the version knows.
  @inlinable
  func receivePadded<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64, into own: inout MutableRawSpan
  ) throws(Rejection) {
    try unsafe withUnsafeTemporaryAllocation(byteCount: codec.size, alignment: 8) { bytes throws(Rejection) in
      // Fresh memory of the codec's size for as long as the closure runs. On success every byte is set: the scheme
      // fetches the struct, as was checked, and a copy writes all that it was asked for, as UserMemory demands.
      var kernel = unsafe MutableRawSpan(_unsafeBytes: bytes)
      _ = try codec.receive(from: &memory, usize: usize, into: &kernel)
      own.copy(codec.known, of: kernel.bytes, from: 0, to: 0)
    }
  }

  /// Takes a struct in from plain bytes.
  @inlinable
  @inline(__always)
  public func decode(_ bytes: RawSpan, usize: UInt64? = nil) throws(Rejection) -> S {
    var memory = SpanMemory(bytes)
    return try receive(from: &memory, usize: usize ?? UInt64(bytes.byteCount))
  }

  /// Takes a struct in from plain bytes; ``receive(from:usize:into:)``.
  @inlinable
  @inline(__always)
  public func decode(_ bytes: RawSpan, usize: UInt64? = nil, into value: inout S) throws(Rejection) {
    var memory = SpanMemory(bytes)
    try receive(from: &memory, usize: usize ?? UInt64(truncatingIfNeeded: bytes.byteCount), into: &value)
  }
}
