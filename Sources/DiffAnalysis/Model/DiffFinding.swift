/// One change of a struct, or of a constant, and what follows from it.
public struct DiffFinding: Hashable, Sendable {
  /// The rule that it comes under.
  public var rule: DiffRule
  /// The member that it is about, as C reaches it (`u.pad`), or the constant; nil if it is the whole struct.
  public var member: String?
  /// The byte that the member begins at, in the new struct where it has the member; nil for what has no place.
  public var offset: Int?
  /// The ABIs in which it is so, by name; empty for what no ABI has a say in.
  public var abis: [String]
  /// What changed, in one sentence or a few, without what follows from it.
  public var message: String
  /// Who is affected.
  public var affected: [DiffParty]

  init(
    _ rule: DiffRule, _ member: String? = nil, at offset: Int? = nil, abis: [String] = [], _ message: String,
    affected: [DiffParty]? = nil
  ) {
    self.rule = rule
    self.member = member
    self.offset = offset
    self.abis = abis
    self.message = message
    self.affected = affected ?? rule.affected
  }

  /// What the rule says of it.
  public var verdict: DiffVerdict { rule.verdict }
}
