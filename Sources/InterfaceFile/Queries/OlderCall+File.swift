import Documents
import KernelInterfaces

extension OlderCall {
  /// Reads an older call: an interface of its own, or the name of a call that takes no struct.
  init(_ node: JSONNode) throws(FileProblem) {
    let fields = try node.object("interface", "call", "carries", "flags")
    let said = try fields.one(of: ["interface", "call"])
    if said.key == "interface" {
      self.init(try Interface(said.node))
    } else {
      self.init(try said.node.name(), carries: [])
    }
    if let carried = fields["carries"] {
      carries = Set(try carried.list { (node) throws(FileProblem) in try node.name() })
    } else if said.key == "call" {
      throw node.problem("'carries' is missing: the members of the struct that the call takes as arguments")
    }
    if let bits = fields["flags"] { flags = try bits.bits() }
  }

  /// Writes an older call.
  func write(to json: inout JSONWriter) {
    json.object { json in
      if let interface {
        json.field("interface") { interface.write(to: &$0) }
      } else {
        json.field("call", name)
      }
      if interface.map({ OlderCall($0).carries }) != carries {
        json.line("carries") { $0.array { for member in carries.sorted() { $0.string(member) } } }
      }
      if flags != .max { json.field(bits: "flags", flags) }
    }
  }
}
