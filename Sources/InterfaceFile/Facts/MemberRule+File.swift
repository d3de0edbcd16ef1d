import Documents
import ExtensibleStructs

extension MemberRule {
  init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object(
      "member", "noneOf", "allOf", "anyOf", "within", "powerOfTwo", "when", "unless", "whenArgument",
      "unlessArgument", "exempt", "else")
    let member = try fields.required("member", "the C name of the member that is judged").name()
    let said = try fields.one(of: ["noneOf", "allOf", "anyOf", "within", "powerOfTwo"])
    let demand: Demand
    switch said.key {
    case "noneOf": demand = .noneOf(try said.node.bits())
    case "allOf": demand = .allOf(try said.node.bits())
    case "anyOf": demand = .anyOf(try said.node.bits())
    case "within": demand = .within(try said.node.range())
    default:
      guard try said.node.bool() else { throw said.node.problem("leave it out where it is not demanded") }
      demand = .powerOfTwo
    }
    self.init(member, demand, else: try fields["else"]?.errno() ?? .EINVAL)
    if fields["when"] != nil, let node = fields["unless"] {
      throw node.problem("a rule has one condition, 'when' or 'unless'")
    }
    if fields["whenArgument"] != nil, let node = fields["unlessArgument"] {
      throw node.problem("a rule has one condition on the flags argument, 'whenArgument' or 'unlessArgument'")
    }
    for (key, isSet) in [("when", true), ("unless", false)] {
      guard let node = fields[key] else { continue }
      let fields = try node.object("member", "has")
      condition = Condition(
        field: try fields.required("member", "the C name of the member that decides").name(),
        bits: try fields.required("has", "the bits that it is looked at for").bits(), isSet: isSet)
    }
    for (key, isSet) in [("whenArgument", true), ("unlessArgument", false)] {
      if let node = fields[key] { argument = Argument(bits: try node.bits(), isSet: isSet) }
    }
    exempt = try fields["exempt"]?.choice(Scheme.Capability.allCases)
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("member", field)
      switch demand {
      case .noneOf(let bits): json.field(bits: "noneOf", bits)
      case .allOf(let bits): json.field(bits: "allOf", bits)
      case .anyOf(let bits): json.field(bits: "anyOf", bits)
      case .within(let range):
        json.field("within") { json in
          json.array { json in
            json.bits(range.lowerBound)
            json.bits(range.upperBound)
          }
        }
      case .powerOfTwo: json.field("powerOfTwo", true)
      }
      if let condition {
        json.field(condition.isSet ? "when" : "unless") { json in
          json.object { json in
            json.field("member", condition.field)
            json.field(bits: "has", condition.bits)
          }
        }
      }
      if let argument {
        json.field(bits: argument.isSet ? "whenArgument" : "unlessArgument", argument.bits)
      }
      if let exempt { json.field("exempt", exempt.rawValue) }
      if errno != .EINVAL { json.field(errno: "else", errno) }
    }
  }
}

extension JSONNode {
  /// The least and the greatest value.
  fileprivate func range() throws(FileProblem) -> ClosedRange<UInt64> {
    let ends = try list { (node) throws(FileProblem) in try node.bits() }
    guard ends.count == 2, ends[0] <= ends[1] else {
      throw problem("must be the least and the greatest value, such as [1, 4096]")
    }
    return ends[0]...ends[1]
  }
}
