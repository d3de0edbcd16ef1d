// The standard library's `Mirror` knows no offsets, and shows nothing of a C struct's place in memory. This is what
// `Mirror` itself is made of; it looks at types alone, so that no value is made.
@_spi(Reflection) import Swift

/// Collects the members of a type: their names, and where the compiler has put them.
struct Reflection {
  /// The struct's C name.
  let structure: String
  private var declared: [DeclarationList.Member]
  private var found: [Field] = []
  /// What Swift imports as one piece: a union, a struct of bit-fields.
  private var opaque: [Field] = []
  /// Whether a C struct is among the types, of which Swift may import a part.
  private(set) var isImported = false
  /// Whether the struct itself is one, so that its size counts the pad at its end.
  private let isWholeImported: Bool

  init(of type: Any.Type, named structure: String, _ declared: [DeclarationList.Member]) {
    self.structure = structure
    self.declared = declared
    isWholeImported = Self.isImported(type)
  }

  /// Adds the members of a struct that begins at `start`.
  mutating func addMembers(
    of type: Any.Type, prefix: String = "", at start: Int
  ) throws(DeclarationError) {
    let isC = Self.isImported(type)
    isImported = isImported || isC
    for child in Self.children(of: type) {
      let offset = start + child.offset
      let path =
        prefix + (name(of: child.type, at: offset) ?? (isC ? child.name : Layout.snakeCase(child.name)))
      // C's old way to write a flexible array, `data[0]`, has no bytes.
      if isC, shape(of: child.type).size == 0 { continue }
      try add(child.type, path, at: offset)
    }
  }

  /// Adds one member: an integer, an array, or an embedded struct.
  private mutating func add(
    _ type: Any.Type, _ path: String, at offset: Int
  ) throws(DeclarationError) {
    let shape = shape(of: type)
    guard shape.size > 0 else { throw refusal(of: type, path, offset) }
    if let element = elementSize(of: type) {
      found.append(Field(path, offset: offset, size: shape.size, alignment: element))
    } else if let array = try array(type, path, offset) {
      for index in 0..<array.count {
        try add(array.element, "\(path)[\(index)]", at: offset + index * stride(of: array.element))
      }
    } else if Self.isStruct(type) {
      guard !Self.children(of: type).isEmpty || !Self.isImported(type) else {
        isImported = true
        opaque.append(Field(path, offset: offset, size: shape.size, alignment: shape.alignment))
        return
      }
      try addMembers(of: type, prefix: path + ".", at: offset)
    } else {
      throw refusal(of: type, path, offset)
    }
  }

  private func refusal(of type: Any.Type, _ path: String, _ offset: Int) -> DeclarationError {
    DeclarationError(structure, .notFixedWidth("\(type)"), field: path, byte: offset)
  }

  /// The elements of an array of structs or of arrays; nil for anything else.
  private func array(
    _ type: Any.Type, _ path: String, _ offset: Int
  ) throws(DeclarationError) -> (element: Any.Type, count: Int)? {
    if let array = type as? any ElementArray.Type { return (array.elementType, array.elementCount) }
    // A C array is imported as a tuple of equal elements.
    guard let elements = Self.tuple(type), let first = elements.first else { return nil }
    guard elements.allSatisfy({ $0 == first }) else {
      throw DeclarationError(structure, .mixedTuple("\(type)"), field: path, byte: offset)
    }
    return (first, elements.count)
  }

  /// The C name that is declared for the member of this type at this offset, if one is.
  private mutating func name(of type: Any.Type, at offset: Int) -> String? {
    guard
      let index = declared.firstIndex(where: {
        $0.type == ObjectIdentifier(type) && $0.offset == offset
      })
    else { return nil }
    return declared.remove(at: index).name
  }

  /// All members: those found, and those that are declared by their place.
  ///
  /// - Parameter size: the struct's own length in bytes.
  mutating func fields(inside size: Int) throws(DeclarationError) -> [Field] {
    var places: [Field] = []
    for member in declared {
      guard let offset = member.offset else {
        throw DeclarationError(structure, .notStored("Member \"\(member.name)\""))
      }
      guard 0 <= offset, 0 < member.size, member.size <= size, offset <= size - member.size else {
        throw DeclarationError(structure, .outsideStruct(size), field: member.name, byte: offset)
      }
      guard member.type == nil else {
        throw DeclarationError(structure, .partOfMember, field: member.name, byte: offset)
      }
      places.append(Field(member.name, offset: offset, size: member.size, alignment: member.alignment))
    }
    // A member that is declared inside a union takes the union's place.
    opaque.removeAll { union in places.contains { union.range.overlaps($0.range) } }
    return found + opaque + places
  }

  /// An error of the layout, with the cause that it has in a C struct.
  func explained(_ error: DeclarationError, size: Int) -> DeclarationError {
    guard isImported else { return error }
    var error = error
    switch error.cause {
    case .misaligned(let alignment): error.cause = .packed(to: alignment)
    case .implicitPadding where error.field == nil && !isWholeImported: break
    case .implicitPadding where error.field == nil && error.byte == size:
      error.cause = .packed(to: found.lazy.map(\.alignment).max() ?? 1)
    case .implicitPadding(let bytes):
      error.cause = .notImported(bytes: error.field == nil ? size - error.byte : bytes)
    case .noFields: error.cause = .notImported(bytes: size)
    default: break
    }
    return error
  }
}

/// An array of the standard library, by its type alone.
protocol ElementArray {
  /// The type of its elements.
  static var elementType: Any.Type { get }
  /// How many it has.
  static var elementCount: Int { get }
}

extension InlineArray: ElementArray {
  /// The type of its elements.
  static var elementType: Any.Type { Element.self }
  /// How many it has.
  static var elementCount: Int { count }
}
