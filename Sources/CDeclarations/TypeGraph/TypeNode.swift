/// A type as debug information has it: other types are named by their numbers, and nil is `void`.
indirect enum TypeNode {
  /// An integer or a `_Bool`.
  case integer(String, bytes: Int, isSigned: Bool)
  /// A floating-point number and anything else with a size.
  case other(String, bytes: Int)
  case pointer(to: Int?, bytes: Int)
  /// An array of one or more dimensions; a dimension without a length is nil.
  case array(of: Int?, counts: [Int?])
  case record(RecordNode)
  case enumeration(EnumerationNode)
  case function(result: Int?, parameters: [Int?])
  case typedef(String, of: Int?)
  /// A type with a qualifier: `const`, `volatile`, `restrict`; empty for one that C does not write.
  case qualified(String, of: Int?)
}

/// A struct or union.
struct RecordNode {
  /// Its tag; empty for one without.
  var name: String
  var isUnion: Bool
  var bytes: Int
  /// What `_Alignof` is, if that is recorded.
  var alignment: Int?
  /// Whether it is declared and not defined.
  var isForward = false
  var members: [Member]

  struct Member {
    var name: String
    var type: Int?
    /// The first bit, from the start of the record.
    var bit: Int
    /// How many bits a bit-field has; nil for another member.
    var width: Int?
  }
}

/// An enum.
struct EnumerationNode {
  /// Its tag; empty for one without.
  var name: String
  var bytes: Int
  var values: [(name: String, value: UInt64)]
}
