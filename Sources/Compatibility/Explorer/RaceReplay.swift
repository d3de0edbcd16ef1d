/// What became of schedules that were replayed on the running kernel.
public struct RaceReplay: Sendable {
  /// The running kernel's name.
  public var kernel: String
}
