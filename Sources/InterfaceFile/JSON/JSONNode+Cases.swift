import Documents

/// One of several cases: the name of one that says it all, or an object whose one key is the case and whose value is what
/// goes with it.
struct TaggedNode {
  /// The case.
  let tag: String
  /// What goes with it; nil for a case that was written as a name.
  let payload: JSONNode?
  /// Where the case is.
  let node: JSONNode
}

extension JSONNode {
  /// Reads a case that is a name of `plain`, or an object with one key of `tagged`.
  func tagged(_ plain: [String], _ tagged: [String]) throws(FileProblem) -> TaggedNode {
    switch value {
    case .string(let name) where plain.contains(name): return TaggedNode(tag: name, payload: nil, node: self)
    case .string(let name):
      if tagged.contains(name) {
        throw problem("'\(name)' needs a value: write { \"\(name)\": ... }")
      }
      throw problem(unknownName("value", name, known: plain + tagged))
    case .object(let object):
      guard object.members.count == 1, let (key, inner) = object.members.first else {
        throw problem("must have one key, of \(tagged.joined(separator: ", "))")
      }
      let node = JSONNode(value: inner, path: path.appending(key))
      guard tagged.contains(key) else {
        if plain.contains(key) { throw node.problem("'\(key)' has no value: write \"\(key)\"") }
        throw node.problem(unknownName("key", key, known: tagged))
      }
      return TaggedNode(tag: key, payload: node, node: self)
    default: throw mismatch(plain.isEmpty ? "an object" : "a string or an object")
    }
  }

  /// Reads the name of one of these cases.
  func choice<Value: RawRepresentable<String>>(_ cases: [Value]) throws(FileProblem) -> Value {
    let text = try string()
    guard let found = cases.first(where: { $0.rawValue == text }) else {
      throw problem(unknownName("value", text, known: cases.map(\.rawValue)))
    }
    return found
  }
}

extension TaggedNode {
  /// What goes with the case; the case itself where it was written as a name, so that a wrong one is named.
  var inner: JSONNode { payload ?? node }
}

extension JSONWriter {
  /// Writes a case with what goes with it.
  mutating func tagged<E: Error>(
    _ tag: String, _ payload: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    try object { (json) throws(E) in try json.field(tag, payload) }
  }
}
