import Callers

extension Matrix {
  /// A program that makes the call: which version of the struct it was compiled with, which extensions it uses, and
  /// what it does right or wrong.
  public struct User: Hashable, Sendable {
    /// The index of the version that it was compiled with.
    public let version: Int
    /// The extensions that it uses: bit `i` for the history's extension `i`.
    public let features: UInt64
    /// What it does right or wrong.
    public let habit: Habit

    /// Describes a user.
    public init(version: Int, features: UInt64, habit: Habit) {
      self.version = version
      self.features = features
      self.habit = habit
    }

    /// Whether it uses the extension with this index.
    public func uses(_ index: Int) -> Bool { features >> UInt64(index) & 1 == 1 }

    /// How it fills its struct.
    var program: UserProgram {
      var program = UserProgram(version: version, features: features)
      switch habit {
      case .careful: break
      case .garbage: program.fill = garbageByte
      case .missingFlag: program.setsFlags = false
      case .strayFlag: program.setsStrayFlag = true
      case .unsetSize: program.setsSize = false
      }
      return program
    }
  }
}
