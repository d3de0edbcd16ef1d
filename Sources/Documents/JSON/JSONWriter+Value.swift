extension JSONWriter {
  /// Writes a value that was read; the members of an object by name.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .string(let text): string(text)
    case .integer(let number): int(number)
    case .double(let number): double(number)
    case .bool(let flag): bool(flag)
    case .null: null()
    case .array(let values): array { json in for value in values { json.value(value) } }
    case .object(let members):
      object { json in
        for (name, value) in members.members.sorted(by: { $0.key < $1.key }) {
          json.field(name) { $0.value(value) }
        }
      }
    }
  }
}
