/// A codec for values whose scheme is a value, known at run time.
///
///     let codec = try StructCodec<SchedAttr>(.sizePrefixed)
///     let bytes = try codec.encode(attr)
public typealias StructCodec<S: DeclaredStruct> = ValueCodec<S, AnyScheme>

/// A codec for values whose plan is fixed when the importer's module is compiled: offsets, lengths and masks are
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
public typealias FixedCodec<S: DeclaredStruct, F: FixedScheme> = ValueCodec<S, F>

/// Where a ``ValueCodec`` has its scheme from: ``AnyScheme``, or a ``FixedScheme``.
public protocol SchemeSource {
  /// The scheme, if it is the same for every codec of the type; nil if each codec is made of one of its own.
  static var fixed: Scheme? { get }
}

/// Any scheme: each codec is made of one of its own.
public enum AnyScheme: SchemeSource {
  /// No scheme.
  @inlinable
  @inline(__always)
  public static var fixed: Scheme? { nil }
}

extension ValueCodec where Source == AnyScheme {
  /// Compiles the struct's own history under `scheme`, as the version with index `version` knows it; nil for the newest.
  ///
  /// - Throws: ``SchemeError`` if they do not fit, there is no such version, the scheme takes an array, or it reads a size
  ///   member that the struct does not have.
  public init(_ scheme: Scheme, version: Int? = nil) throws(SchemeError) {
    try self.init(of: scheme, version: version)
  }
}

extension ValueCodec where Source: FixedScheme {
  /// Checks the declaration and that the scheme fits it: a value of this type is the proof.
  ///
  /// - Throws: ``SchemeError`` if they do not fit, as for a ``StructCodec`` of the same scheme.
  public init() throws(SchemeError) { try self.init(of: Source.scheme, version: nil) }
}
