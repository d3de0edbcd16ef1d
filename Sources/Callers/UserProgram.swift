/// One caller: which version of the struct it was compiled with, which extensions it uses, and how it goes about it.
public struct UserProgram: Hashable, Sendable {
  /// The index of the version that it was compiled with.
  public var version: Int
  /// The extensions that it uses: bit `i` for the history's extension `i`.
  public var features: UInt64
  /// How it goes about it.
  public var habit: Habit

  /// Describes a caller.
  public init(version: Int, features: UInt64, habit: Habit) {
    self.version = version
    self.features = features
    self.habit = habit
  }

  /// Whether it uses the extension with this index.
  public func means(_ index: Int) -> Bool { features >> UInt64(index) & 1 == 1 }
}
