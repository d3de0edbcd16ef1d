extension JSONWriter {
  /// Writes a member whose value the closure writes.
  package mutating func field<E: Error>(
    _ name: String, _ value: (inout JSONWriter) throws(E) -> Void
  ) throws(E) {
    key(name)
    try value(&self)
  }

  /// Writes a member that is a string, or `null`.
  package mutating func field(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member that is an integer, or `null`.
  package mutating func field(_ name: String, _ value: (some BinaryInteger)?) {
    key(name)
    if let value { int(value) } else { null() }
  }

  /// Writes a member that is a boolean.
  package mutating func field(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Writes a member that is a number with a fraction.
  package mutating func field(_ name: String, _ value: Double) {
    key(name)
    double(value)
  }

  /// Writes a member that is an array of strings.
  package mutating func field(_ name: String, _ values: some Sequence<String>) {
    key(name)
    array { for value in values { $0.string(value) } }
  }

  /// Writes a member that is an array of integers.
  package mutating func field<Value: BinaryInteger>(_ name: String, _ values: some Sequence<Value>) {
    key(name)
    array { for value in values { $0.int(value) } }
  }
}
