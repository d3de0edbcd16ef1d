/// One published version of a struct: a size that shipped, and so has to be honoured for ever.
public struct Version: Hashable, Sendable {
  /// Its name: `VER0`, `VER1` and so on, by custom.
  public var name: String

  /// Where its last member ends, in bytes: what C's `sizeof` was when it shipped.
  public var size: Int

  /// The flag bits that say that the caller means this version's bytes; 0 where no flag gates them.
  ///
  /// Any one of the bits opens the gate. The first version has none.
  public var gate: UInt64

  /// Makes a version. ``History`` checks it.
  public init(_ name: String, size: Int, gate: UInt64 = 0) {
    self.name = name
    self.size = size
    self.gate = gate
  }
}

/// What a version added to the one in front of it.
public struct Extension: Hashable, Sendable {
  /// The C name of its first member.
  public var name: String

  /// The index of the version that added it, from 1.
  public var version: Int

  /// The bytes that it added.
  public var range: Range<Int>

  /// The members that carry its meaning: those that are not reserved.
  public var fields: [Field]

  /// The flag bits of which any one opens it; 0 if no flag does, so that its bytes always count.
  public var gate: UInt64
}
