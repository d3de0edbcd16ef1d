/// Where a value is in JSON: the keys and the indices that lead to it from the outermost value.
package struct JSONPath: Hashable, Sendable {
  /// One step inwards.
  package enum Step: Hashable, Sendable {
    /// To the member of an object.
    case key(String)
    /// To the element of an array.
    case index(Int)
  }

  /// The steps, from the outermost value.
  package var steps: [Step]

  /// The outermost value.
  package init() { steps = [] }

  /// The path to a member of the object here.
  package func appending(_ key: String) -> JSONPath { appending(.key(key)) }

  /// The path to an element of the array here.
  package func appending(_ index: Int) -> JSONPath { appending(.index(index)) }

  private func appending(_ step: Step) -> JSONPath {
    var path = self
    path.steps.append(step)
    return path
  }

  /// The byte at which the value begins; nil if the text has no such value, or ends before it.
  package func offset(in text: [UInt8]) -> Int? {
    var reader = JSONReader(text)
    return try? reader.seek(steps[...])
  }
}

extension JSONPath: CustomStringConvertible {
  /// Such as `members[2].offset`; empty for the outermost value.
  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key):
        let isPlain = key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        text += isPlain && !key.isEmpty ? (text.isEmpty ? key : ".\(key)") : "['\(key)']"
      }
    }
    return text
  }
}

extension JSONReader {
  /// Goes to the value at the end of these steps, and answers where it begins; nil if there is none.
  fileprivate mutating func seek(_ steps: ArraySlice<JSONPath.Step>) throws(JSONError) -> Int? {
    skipSpace()
    guard let step = steps.first else { return at < bytes.count ? at : nil }
    let rest = steps.dropFirst()
    switch step {
    case .index(let wanted):
      guard take("[") else { return nil }
      for _ in 0..<max(0, wanted) {
        skipSpace()
        _ = try value()
        skipSpace()
        guard take(",") else { return nil }
      }
      return try seek(rest)
    case .key(let wanted):
      guard take("{") else { return nil }
      repeat {
        skipSpace()
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
        let key = try string()
        skipSpace()
        guard take(":") else { return nil }
        skipSpace()
        if key == wanted { return try seek(rest) }
        _ = try value()
        skipSpace()
      } while take(",")
      return nil
    }
  }
}
