/// Something about a struct that its caller or its author has to know, and what to do about it.
public struct ImportRemark: Hashable, Sendable {
  /// The member; empty for the struct as a whole.
  public var member: String
  /// The byte, from the start of the struct.
  public var offset: Int
  /// The ABIs that it is about; empty for all.
  public var abis: [String]
  /// What it is, in a phrase.
  public var message: String
  /// What to do about it; empty if nothing is to be done.
  public var remedy: String

  /// Makes a remark.
  public init(_ member: String, at offset: Int, abis: [String] = [], _ message: String, remedy: String = "") {
    self.member = member
    self.offset = offset
    self.abis = abis
    self.message = message
    self.remedy = remedy
  }
}

extension ImportRemark: CustomStringConvertible {
  /// The member, the byte, what it is and what to do, in one line.
  public var description: String {
    (member.isEmpty ? "" : "\(member), byte \(offset): ") + message + (remedy.isEmpty ? "" : "; \(remedy)")
  }
}

/// Something that was taken from the declaration, or from an option, and why.
public struct ImportInference: Hashable, Sendable {
  /// What was decided.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// The published versions.
    case versions
    /// The member that holds the caller's size.
    case sizeMember = "size member"
    /// The member that holds the flags.
    case flagsMember = "flags member"
    /// The flags that the first version knows.
    case knownFlags = "known flags"
    /// The flag that opens a version's bytes.
    case gate
    /// The members that carry no meaning.
    case reserved
    /// The call that takes the struct.
    case call
    /// How the struct's size is known.
    case scheme
  }

  /// What was decided.
  public var subject: Subject
  /// What it is; empty if there is none.
  public var value: String
  /// Why.
  public var reason: String
  /// Whether an option said so.
  public var isGiven: Bool

  /// Makes an inference.
  public init(_ subject: Subject, _ value: String, _ reason: String, isGiven: Bool = false) {
    self.subject = subject
    self.value = value
    self.reason = reason
    self.isGiven = isGiven
  }
}
