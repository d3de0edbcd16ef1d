/// A ``Codec`` for a Swift struct: values in, values out.
///
/// It is spelled by one of two names, which differ in where the plan comes from, the few integers that the hot path
/// looks at: ``StructCodec`` is made of a scheme that is a value, ``FixedCodec`` of one that is a type.
public struct ValueCodec<S: DeclaredStruct, Source: SchemeSource>: Planned {
  /// The codec underneath, which works on bytes. Its plan is made at run time.
  public let codec: Codec

  /// A codec that was compiled of `wire`, for values.
  ///
  /// - Throws: ``SchemeError`` if `S` is not laid out as the struct is on the wire, or the scheme takes an array.
  package init(_ codec: Codec, of wire: History) throws(SchemeError) {
    let own = try ValueCodec.history()
    guard own.layout == wire.layout else { throw SchemeError(own.name, .otherLayout(own.name)) }
    // How many elements there are is for the user to say: one value has no room for them.
    if codec.scheme.size.source == .elements { throw SchemeError(own.name, .takesArray(codec.scheme.name)) }
    self.codec = codec
  }

  /// Compiles the struct's own history under `scheme`.
  init(of scheme: Scheme, version: Int?) throws(SchemeError) {
    let wire = try ValueCodec.history().wire(for: scheme)
    try self.init(Codec(wire, scheme, version: version), of: wire)
  }

  private static func history() throws(SchemeError) -> History {
    do { return try History(S.self) } catch { throw SchemeError("\(S.self)", .declaration(error)) }
  }

  /// The plan: constants where the source names a scheme, what the codec holds where it does not.
  @inlinable
  @inline(__always)
  var plan: Codec.Plan {
    guard let scheme = Source.fixed else { return codec.plan }
    let outline = S.history.outline
    return Codec.Plan(
      outline, scheme, size: scheme.wireSize(of: outline.end, version: outline.versions &- 1),
      version0: scheme.wireSize(of: outline.version0, version: 0))
  }

  @inlinable
  @inline(__always)
  static var isFixed: Bool {
    // A pattern, since the compiler's own `!=` of an optional scheme is a call.
    if case .some = Source.fixed { true } else { false }
  }
}
