/// What reads and writes a struct by a plan: a ``Codec``, whose plan was made at run time, or a ``ValueCodec``, whose
/// plan may be one that the compiler carries out. Both take the same steps. What only some
/// schemes need, and the making of errors, is in the codec.
@usableFromInline
protocol Planned: Sendable {
  /// What the hot path looks at.
  var plan: Codec.Plan { get }
  /// The codec for the steps off the hot path.
  var codec: Codec { get }
  /// Whether the plan's integers are constants where they are used.
  static var isFixed: Bool { get }
}

extension Codec: Planned {
  @inlinable
  @inline(__always)
  var plan: Plan { details.plan }

  @inlinable
  @inline(__always)
  var codec: Codec { self }

  @inlinable
  @inline(__always)
  static var isFixed: Bool { false }
}
