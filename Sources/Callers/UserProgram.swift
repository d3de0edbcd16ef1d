/// A caller: which version of the struct it was compiled with, which extensions it uses, and how it fills its struct.
///
/// What is not given otherwise is done right.
package struct UserProgram: Hashable, Sendable {
  /// The index of the version that it was compiled with.
  package var version: Int
  /// The extensions that it uses: bit `i` for the history's extension `i`.
  package var features: UInt64
  /// What each byte holds that it does not set.
  package var fill: UInt8 = 0
  /// Whether it sets the flags of the extensions that it uses.
  package var setsFlags = true
  /// Whether it sets the flag of the first version that it does not know.
  package var setsStrayFlag = false
  /// Whether it sets the size member.
  package var setsSize = true

  /// Describes a caller that does everything right.
  package init(version: Int, features: UInt64) {
    self.version = version
    self.features = features
  }

  /// Whether it uses the extension with this index.
  package func uses(_ index: Int) -> Bool { features >> UInt64(index) & 1 == 1 }
}
