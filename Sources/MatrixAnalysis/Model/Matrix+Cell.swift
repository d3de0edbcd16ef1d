extension Matrix {
  /// One user on one kernel, and how that ended.
  public struct Cell: Hashable, Sendable {
    /// The user.
    public let user: User
    /// The index of the kernel's version.
    public let kernel: Int
    /// Whether the bytes behind the user's struct are mapped; nil where that makes no difference.
    public let tailMapped: Bool?
    /// How it ended.
    public let judgement: Judgement
    /// Whether the running kernel answered the same; nil where it was not asked.
    public internal(set) var confirmation: Confirmation?

    init(user: User, kernel: Int, tailMapped: Bool? = nil, judgement: Judgement) {
      self.user = user
      self.kernel = kernel
      self.tailMapped = tailMapped
      self.judgement = judgement
    }

    /// What a replay on the running kernel showed.
    public enum Confirmation: Hashable, Sendable {
      /// It answered the same, with the same effect.
      case confirmed
      /// It answered otherwise: in these words.
      case contradicted(String)
    }
  }
}
