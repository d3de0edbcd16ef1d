extension Layout {
  /// The layout of a Swift struct of fixed-width members, or of a C struct imported from a header.
  ///
  /// Names become C names: `guestMemfdOffset` is `guest_memfd_offset`. An embedded struct contributes its
  /// own members, as `region.slot`, and so does each element of an array of structs, as `ranges[2].flags`.
  ///
  /// - Parameters:
  ///   - type: the struct; one value of it is made, to look at the types of its members.
  ///   - name: its C name.
  /// - Throws: ``DeclarationError`` if a member is not of fixed width, or for anything that
  ///   ``init(_:fields:)`` refuses.
  public init<S: DeclaredStruct & BitwiseCopyable>(of type: S.Type, named name: String)
    throws(DeclarationError)
  {
    var fields: [Field] = []
    _ = try Layout.append(S(), prefix: "", at: 0, of: name, to: &fields)
    try self.init(name, fields: fields)
    guard size == MemoryLayout<S>.size else {
      throw DeclarationError(name, .notAsDeclared, field: nil, byte: min(size, MemoryLayout<S>.size))
    }
  }

  /// Appends the members of `value`, which begins at `start`, and returns where they end.
  ///
  /// A Swift struct lays its members out in the order of their declaration, each at the next multiple of its
  /// alignment. The struct's declaration is checked against `MemoryLayout.offset(of:)` by ``Declaration``.
  private static func append(
    _ value: Any, prefix: String, at start: Int, of name: String, to fields: inout [Field]
  ) throws(DeclarationError) -> Int {
    var end = start
    for child in Mirror(reflecting: value).children {
      let path = prefix + snakeCase(child.label ?? "")
      let shape = memoryShape(of: child.value)
      let offset = (end + shape.alignment - 1) / shape.alignment * shape.alignment
      end = offset + shape.size
      if let element = elementSize(child.value) {
        fields.append(Field(path, offset: offset, size: shape.size, alignment: element))
      } else if let elements = structs(in: child.value) {
        var next = offset
        for (index, element) in elements.enumerated() {
          next = try append(element, prefix: "\(path)[\(index)].", at: next, of: name, to: &fields)
          let stride = offset + (index + 1) * (shape.size / elements.count)
          guard next == stride else {
            throw DeclarationError(name, .implicitPadding(bytes: stride - next), field: path, byte: next)
          }
        }
      } else if Mirror(reflecting: child.value).displayStyle == .struct, shape.size > 0 {
        let inner = try append(child.value, prefix: path + ".", at: offset, of: name, to: &fields)
        guard inner == end else {
          throw DeclarationError(name, .implicitPadding(bytes: end - inner), field: path, byte: inner)
        }
      } else {
        throw DeclarationError(name, .notFixedWidth("\(type(of: child.value))"), field: path, byte: offset)
      }
    }
    return end
  }

  /// The width of one element if `value` is an integer, an option set of one, or an array of them.
  ///
  /// A Swift enum is none, whatever its raw type: it is stored as a number of its case, not as its raw value,
  /// and not every number is a case.
  private static func elementSize(_ value: Any) -> Int? {
    if let field = value as? any FixedWidthField { return type(of: field).elementSize }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .struct, let raw = value as? any RawRepresentable,
      memoryShape(of: raw.rawValue) == memoryShape(of: value)
    {
      return elementSize(raw.rawValue)
    }
    guard mirror.displayStyle == .tuple else { return nil }
    // A C array is imported as a tuple of equal elements.
    let widths = Set(mirror.children.map { elementSize($0.value) })
    return widths.count == 1 ? widths.first ?? nil : nil
  }

  /// The elements of an array of structs; nil for anything else.
  private static func structs(in value: Any) -> [Any]? {
    if let array = value as? any StructArray { return array.elements }
    // A C array is imported as a tuple.
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .tuple, !mirror.children.isEmpty,
      Set(mirror.children.map { ObjectIdentifier(type(of: $0.value)) }).count == 1
    else { return nil }
    return mirror.children.map(\.value)
  }

  /// `guestMemfdOffset` as C writes it: `guest_memfd_offset`.
  static func snakeCase(_ label: String) -> String {
    var name = ""
    for character in label {
      if character.isUppercase, !name.isEmpty, name.last != "_" { name.append("_") }
      name.append(contentsOf: character.lowercased())
    }
    return name
  }
}

/// The size and alignment in bytes of the value's own type.
private func memoryShape(of value: Any) -> (size: Int, alignment: Int) {
  func shape<T>(_: T) -> (size: Int, alignment: Int) {
    (MemoryLayout<T>.size, MemoryLayout<T>.alignment)
  }
  return _openExistential(value, do: shape)
}
