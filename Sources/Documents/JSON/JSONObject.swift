/// An object read from JSON. The order of its members means nothing, and no key is there twice.
package struct JSONObject: Hashable, Sendable {
  /// The members.
  package var members: [String: JSONValue]

  /// Makes an object from its members.
  package init(_ members: [String: JSONValue] = [:]) { self.members = members }

  /// Reads one object, with nothing but white space around it.
  ///
  /// The reader is that of RFC 8259 and takes nothing beyond it. Objects and arrays may nest 128 deep.
  package init(parsing bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    guard case .object(let object) = try reader.document() else {
      throw JSONError("expected an object, which starts with '{'", column: 1)
    }
    self = object
  }

  /// The value of a member, if there is one.
  package subscript(key: String) -> JSONValue? { members[key] }

  /// Refuses members other than these, so that a misspelt one is not passed over.
  package func expectKeys(_ known: [String]) throws(JSONError) {
    for key in members.keys.sorted() where !known.contains(key) {
      throw JSONError(unknownName("key", key, known: known))
    }
  }

  /// The string of a member, if there is one.
  package func string(_ key: String) throws(JSONError) -> String? {
    guard let value = members[key] else { return nil }
    guard case .string(let string) = value else { throw mismatch(key, "a string", value) }
    return string
  }

  /// The integer of a member, if there is one.
  package func integer<Value: FixedWidthInteger>(
    _ key: String, as type: Value.Type = Int.self
  ) throws(JSONError) -> Value? {
    guard let value = members[key] else { return nil }
    // The text is for an error only, and is not made without one.
    var range: String { "an integer from \(Value.min) to \(Value.max)" }
    guard case .integer(let integer) = value else { throw mismatch(key, range, value) }
    guard let exact = Value(exactly: integer) else {
      throw JSONError("'\(key)' must be \(range), not \(integer)")
    }
    return exact
  }

  /// The boolean of a member, if there is one.
  package func bool(_ key: String) throws(JSONError) -> Bool? {
    guard let value = members[key] else { return nil }
    guard case .bool(let bool) = value else { throw mismatch(key, "true or false", value) }
    return bool
  }

  /// The array of a member, if there is one.
  package func array(_ key: String) throws(JSONError) -> [JSONValue]? {
    guard let value = members[key] else { return nil }
    guard case .array(let array) = value else { throw mismatch(key, "an array", value) }
    return array
  }

  /// The object of a member, if there is one.
  package func object(_ key: String) throws(JSONError) -> JSONObject? {
    guard let value = members[key] else { return nil }
    guard case .object(let object) = value else { throw mismatch(key, "an object", value) }
    return object
  }

  private func mismatch(_ key: String, _ wanted: String, _ value: JSONValue) -> JSONError {
    JSONError("'\(key)' must be \(wanted), not \(value.kind)")
  }
}
