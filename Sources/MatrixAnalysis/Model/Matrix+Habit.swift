extension Matrix {
  /// What real callers do, right and wrong.
  public enum Habit: String, Hashable, Sendable, CaseIterable {
    /// Zeroes its struct, sets the fields that it uses, their flags and the size.
    case careful
    /// The same, but every byte that it does not set is garbage.
    case garbage
    /// Sets an extension's fields and forgets its flag.
    case missingFlag = "missing-flag"
    /// Was compiled with an older struct, and sets a flag bit that only a newer one knows.
    case strayFlag = "stray-flag"
    /// Leaves the size member 0.
    case unsetSize = "unset-size"
  }
}
