/// A ``StructCodec`` whose plan is fixed when the importer's module is compiled: offsets, lengths and masks are
/// constants in its code, as in what is written by hand in C.
///
///     struct SchedAttr: ExtensibleStruct {
///       ...
///       static var history: Declaration<Self, some DeclarationItem> {
///         Declaration(Self.self, "sched_attr", size: \.size, flags: \.flags, known: 0x7) { ... }
///       }
///     }
///     let codec = try FixedCodec<SchedAttr, SizePrefixed>()
///
/// It is the newest version's, of the struct's own declaration, which has to be a computed property in the module that
/// encodes, or `@inlinable`: one that is stored or hidden is carried out anew on each call. Declaration and scheme have
/// to be the same on each call, as what was checked is when the codec is made. It is the optimiser that folds the plan;
/// without one this is the slowest of the codecs.
public struct FixedCodec<S: DeclaredStruct & BitwiseCopyable, F: FixedScheme>: Planned {
  /// The same codec with its plan made at run time: for what is off the hot path, and for other versions.
  public let codec: Codec

  /// Checks the declaration and that the scheme fits it, as ``StructCodec/init(_:version:)`` does: a value of this
  /// type is the proof.
  ///
  /// - Throws: ``SchemeError`` if they do not fit.
  public init() throws(SchemeError) { codec = try StructCodec<S>(F.scheme).codec }

  @inlinable
  @inline(__always)
  var plan: Codec.Plan {
    let (outline, scheme) = (S.history.outline, F.scheme)
    return Codec.Plan(
      outline, scheme, size: scheme.wireSize(of: outline.end, version: outline.versions &- 1),
      version0: scheme.wireSize(of: outline.version0, version: 0))
  }

  @inlinable
  @inline(__always)
  static var isFixed: Bool { true }

  /// Writes `value` as a user of the newest version does; ``Codec/encode(_:into:)``.
  @inlinable
  @inline(__always)
  @discardableResult
  public func encode(_ value: S, into target: inout MutableRawSpan) throws(EncodingError) -> Int {
    var value = value
    return try unsafe _withUnprotectedUnsafeMutableBytes(of: &value) { bytes throws(EncodingError) in
      // The bytes of a BitwiseCopyable struct whose declaration was checked to have no padding, for as long
      // as the closure runs; every access of them is checked, so that the stack needs no guard.
      try encodeAny(
        unsafe RawSpan(_unsafeStart: bytes.baseAddress.unsafelyUnwrapped, byteCount: MemoryLayout<S>.size),
        into: &target)
    }
  }

  /// Writes the struct whose bytes lie in memory as `value`, without a copy on the way; ``Codec/encode(_:into:)``.
  @inlinable
  @inline(__always)
  @discardableResult
  public func encode(_ value: RawSpan, into target: inout MutableRawSpan) throws(EncodingError) -> Int {
    try encodeAny(value, into: &target)
  }

  /// Takes a struct in as a kernel of the newest version does; ``StructCodec/receive(from:usize:into:)``.
  ///
  /// - Parameter value: what the struct becomes. On an error its content is not specified.
  @inlinable
  @inline(__always)
  public func receive<Memory: UserMemory & ~Copyable & ~Escapable>(
    from memory: inout Memory, usize: UInt64 = 0, into value: inout S
  ) throws(Rejection) {
    guard plan.plainSize == MemoryLayout<S>.size else {
      return try StructCodec<S>(codec).receiveOther(from: &memory, usize: usize, into: &value)
    }
    try unsafe _withUnprotectedUnsafeMutableBytes(of: &value) { bytes throws(Rejection) in
      // The bytes of a BitwiseCopyable struct of integers, of which every pattern is a value; every access of
      // them is checked, so that the stack needs no guard.
      var own = unsafe MutableRawSpan(
        _unsafeStart: bytes.baseAddress.unsafelyUnwrapped, byteCount: MemoryLayout<S>.size)
      _ = try receivePlain(ksize: MemoryLayout<S>.size, from: &memory, usize: usize, into: &own)
    }
  }

  /// Takes a struct in as a kernel of the newest version does; ``receive(from:usize:into:)``.
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
  @inlinable
  @inline(__always)
  public func decode(_ bytes: RawSpan, usize: UInt64? = nil) throws(Rejection) -> S {
    var value = S()
    try decode(bytes, usize: usize, into: &value)
    return value
  }

  /// Takes a struct in from plain bytes; ``receive(from:usize:into:)``.
  @inlinable
  @inline(__always)
  public func decode(_ bytes: RawSpan, usize: UInt64? = nil, into value: inout S) throws(Rejection) {
    var memory = SpanMemory(bytes)
    try receive(from: &memory, usize: usize ?? UInt64(truncatingIfNeeded: bytes.byteCount), into: &value)
  }
}
