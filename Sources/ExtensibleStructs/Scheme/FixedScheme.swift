/// A scheme that is named by a type, so that a compiler can carry it out: ``FixedCodec``.
///
///     enum PaddedTo160: FixedScheme {
///       @inline(__always) static var scheme: Scheme { .staticPad(to: 160) }
///     }
///
/// The property has to be inlined; otherwise the scheme is made anew on each call.
public protocol FixedScheme: SchemeSource {
  /// The scheme.
  static var scheme: Scheme { get }
}

extension FixedScheme {
  /// The scheme, which is the same for every codec of the type.
  @inlinable
  @inline(__always)
  public static var fixed: Scheme? { scheme }
}

/// ``Scheme/sizePrefixed`` by name.
public enum SizePrefixed: FixedScheme {
  /// The scheme.
  @inlinable
  @inline(__always)
  public static var scheme: Scheme { .sizePrefixed }
}

/// ``Scheme/sizeArgument`` by name.
public enum SizeArgument: FixedScheme {
  /// The scheme.
  @inlinable
  @inline(__always)
  public static var scheme: Scheme { .sizeArgument }
}

/// ``Scheme/sizeInCommand`` by name.
public enum SizeInCommand: FixedScheme {
  /// The scheme.
  @inlinable
  @inline(__always)
  public static var scheme: Scheme { .sizeInCommand }
}

/// ``Scheme/flagFirst`` by name.
public enum FlagFirst: FixedScheme {
  /// The scheme.
  @inlinable
  @inline(__always)
  public static var scheme: Scheme { .flagFirst }
}

/// ``Scheme/sizeAndFlagFirst`` by name.
public enum SizeAndFlagFirst: FixedScheme {
  /// The scheme.
  @inlinable
  @inline(__always)
  public static var scheme: Scheme { .sizeAndFlagFirst }
}

/// ``Scheme/newIoctl`` by name.
public enum NewIoctl: FixedScheme {
  /// The scheme.
  @inlinable
  @inline(__always)
  public static var scheme: Scheme { .newIoctl }
}
