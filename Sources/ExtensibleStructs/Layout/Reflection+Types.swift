@_spi(Reflection) import Swift

extension Reflection {
  /// A stored member of a type: its Swift name, its offset in bytes, its type.
  struct Child {
    let name: String
    let offset: Int
    let type: Any.Type
  }

  /// The stored members of a struct, or the elements of a tuple.
  static func children(of type: Any.Type) -> [Child] {
    var children: [Child] = []
    // The names are C strings in the metadata of the type, which is never freed.
    _ = unsafe _forEachField(of: type) { name, offset, type, _ in
      children.append(Child(name: unsafe String(cString: name), offset: offset, type: type))
      return true
    }
    return children
  }

  /// Whether a type was imported from a C header.
  static func isImported(_ type: Any.Type) -> Bool { _typeName(type, qualified: true).hasPrefix("__C.") }

  /// Whether a type is a struct that somebody declared, in Swift or in C; the standard library's own, such as `Bool`,
  /// `Double` or `Range`, are none, and an enum has no members.
  static func isStruct(_ type: Any.Type) -> Bool {
    guard !_typeName(type, qualified: true).hasPrefix("Swift."), tuple(type) == nil else { return false }
    return isImported(type) || !children(of: type).isEmpty
  }

  /// The types of a tuple's elements; nil for anything else.
  static func tuple(_ type: Any.Type) -> [Any.Type]? {
    _typeName(type, qualified: true).hasPrefix("(") ? children(of: type).map(\.type) : nil
  }

  /// The width of one element if `type` is an integer, an option set of one, or an array of them.
  ///
  /// A Swift enum is none, whatever its raw type: it is stored as a number of its case, not as its raw value,
  /// and not every number is a case.
  func elementSize(of type: Any.Type) -> Int? {
    if let field = type as? any FixedWidthField.Type { return field.elementSize }
    if let array = type as? any ElementArray.Type { return elementSize(of: array.elementType) }
    if let raw = type as? any RawRepresentable.Type, Self.isStruct(type) {
      let stored = rawType(of: raw)
      return shape(of: stored) == shape(of: type) ? elementSize(of: stored) : nil
    }
    // A C array is imported as a tuple of equal elements.
    guard let elements = Self.tuple(type), let first = elements.first,
      elements.allSatisfy({ $0 == first })
    else { return nil }
    return elementSize(of: first)
  }

  private func rawType<R: RawRepresentable>(of type: R.Type) -> Any.Type { R.RawValue.self }

  /// The size and alignment of a type in bytes.
  func shape(of type: Any.Type) -> (size: Int, alignment: Int) {
    func shape<T>(_: T.Type) -> (size: Int, alignment: Int) {
      (MemoryLayout<T>.size, MemoryLayout<T>.alignment)
    }
    return _openExistential(type, do: shape)
  }

  /// How far apart the elements of an array of a type are, in bytes.
  func stride(of type: Any.Type) -> Int {
    func stride<T>(_: T.Type) -> Int { MemoryLayout<T>.stride }
    return _openExistential(type, do: stride)
  }
}
