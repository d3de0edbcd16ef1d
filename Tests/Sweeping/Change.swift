/// One thing that a case changes of the call that the kernel takes.
package struct Change: Sendable {
  /// What is changed, in words.
  package let name: String
  let apply: @Sendable (inout Draft) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout Draft) -> Void) {
    self.name = name
    self.apply = apply
  }

  /// Puts a value into a part of the struct.
  init(_ part: Subject.Part, _ value: UInt64, element base: Int = 0) {
    let place = base == 0 ? "" : " of the element at \(base)"
    self.init("\(part.name) is \(hex(value & part.mask))\(place)") {
      $0.set(value, at: base + part.offset, width: part.width)
    }
  }

  /// Both changes, this one first.
  func and(_ other: Change) -> Change {
    Change("\(name); \(other.name)") { draft in
      apply(&draft)
      other.apply(&draft)
    }
  }
}

/// A number as C programmers write masks.
func hex(_ value: UInt64) -> String { value < 10 ? "\(value)" : "0x" + String(value, radix: 16) }
