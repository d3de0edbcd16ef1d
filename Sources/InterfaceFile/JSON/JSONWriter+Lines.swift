import Documents

extension JSONWriter {
  /// Writes a member with all of its value on one line.
  mutating func line(_ name: String, _ value: (inout JSONWriter) -> Void) {
    field(name) { $0.onOneLine { value(&$0) } }
  }

  /// Writes an array, each element on a line of its own.
  mutating func lines<Element>(of elements: [Element], _ write: (inout JSONWriter, Element) -> Void) {
    array { json in for element in elements { json.onOneLine { write(&$0, element) } } }
  }

  /// Writes an object with these members, by name.
  mutating func members<Value>(_ members: [String: Value], _ write: (inout JSONWriter, Value) -> Void) {
    object { json in
      for (name, value) in members.sorted(by: { $0.key < $1.key }) { json.line(name) { write(&$0, value) } }
    }
  }
}
