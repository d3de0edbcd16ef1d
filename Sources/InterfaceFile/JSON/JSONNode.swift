import Documents

/// A value of a file, with the path that leads to it: what is read from it names the path where it is wrong.
struct JSONNode {
  let value: JSONValue
  let path: JSONPath

  /// The most elements of an array, and members of an object.
  static let most = 4096

  func problem(_ message: String) -> FileProblem { FileProblem(path, message) }

  func mismatch(_ wanted: String) -> FileProblem { problem("must be \(wanted), not \(value.kind)") }

  var isNull: Bool { value == .null }

  /// The object here, which has no other keys than these.
  func object(_ known: String...) throws(FileProblem) -> JSONFields {
    let fields = try map()
    for (key, node) in fields.all where !known.contains(key) {
      throw node.problem(unknownName("key", key, known: known))
    }
    return fields
  }

  /// The object here, which may have any keys.
  func map() throws(FileProblem) -> JSONFields {
    guard case .object(let object) = value else { throw mismatch("an object") }
    guard object.members.count <= Self.most else {
      throw problem("has \(object.members.count) members; at most \(Self.most) are taken")
    }
    return JSONFields(members: object.members, path: path)
  }

  /// The elements of the array here.
  func array(most: Int = most) throws(FileProblem) -> [JSONNode] {
    guard case .array(let elements) = value else { throw mismatch("an array") }
    guard elements.count <= most else {
      throw problem("has \(elements.count) elements; at most \(most) are taken")
    }
    return elements.indices.map { JSONNode(value: elements[$0], path: path.appending($0)) }
  }

  func string() throws(FileProblem) -> String {
    guard case .string(let text) = value else { throw mismatch("a string") }
    return text
  }

  /// A string with something in it.
  func name() throws(FileProblem) -> String {
    let text = try string()
    if text.isEmpty { throw problem("must not be empty") }
    return text
  }

  func bool() throws(FileProblem) -> Bool {
    guard case .bool(let bool) = value else { throw mismatch("true or false") }
    return bool
  }
}

/// The members of an object.
struct JSONFields {
  let members: [String: JSONValue]
  let path: JSONPath

  /// The members by key.
  var all: [(key: String, node: JSONNode)] {
    members.sorted { $0.key < $1.key }.map {
      ($0.key, JSONNode(value: $0.value, path: path.appending($0.key)))
    }
  }

  /// The value of a member, if there is one.
  subscript(key: String) -> JSONNode? {
    members[key].map { JSONNode(value: $0, path: path.appending(key)) }
  }

  /// The value of a member that has to be there.
  func required(_ key: String, _ hint: String) throws(FileProblem) -> JSONNode {
    guard let node = self[key] else { throw FileProblem(path, "'\(key)' is missing: \(hint)") }
    return node
  }

  /// The one member of these that has to be there.
  func one(of keys: [String]) throws(FileProblem) -> (key: String, node: JSONNode) {
    let found = keys.filter { members[$0] != nil }
    guard found.count == 1, let node = self[found[0]] else {
      let there = found.isEmpty ? "none is there" : "\(found.joined(separator: " and ")) are there"
      throw FileProblem(path, "needs one of \(keys.joined(separator: ", ")); \(there)")
    }
    return (found[0], node)
  }
}
