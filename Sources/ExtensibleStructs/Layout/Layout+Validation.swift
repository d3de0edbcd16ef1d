extension Layout {
  /// The longest struct that can be declared, in bytes: far above any real one, small enough to allocate.
  static let maximumSize = 1 << 20

  /// What a reviewer checks of a struct's members, in the order of their bytes.
  static func check(_ fields: [Field], of name: String) throws(DeclarationError) {
    guard !fields.isEmpty else { throw DeclarationError(name, .noFields) }
    var end = 0
    var names: Set<String> = []
    for field in fields {
      guard 0 < field.size, field.size <= maximumSize, 0 < field.alignment, 0 <= field.offset,
        field.offset <= maximumSize - field.size
      else { throw DeclarationError(name, .impossibleSize, field: field.name, byte: field.offset) }
      guard names.insert(field.name).inserted else {
        throw DeclarationError(name, .duplicateName, field: field.name, byte: field.offset)
      }
      guard field.offset >= end else {
        throw DeclarationError(name, .overlap, field: field.name, byte: field.offset)
      }
      guard field.offset == end else {
        throw DeclarationError(
          name, .implicitPadding(bytes: field.offset - end), field: field.name, byte: end)
      }
      guard field.offset % field.alignment == 0 else {
        throw DeclarationError(name, .misaligned(to: field.alignment), field: field.name, byte: field.offset)
      }
      end = field.range.upperBound
    }
    let alignment = fields.lazy.map(\.alignment).max() ?? 1
    guard end % alignment == 0 else {
      throw DeclarationError(
        name, .implicitPadding(bytes: alignment - end % alignment), field: nil, byte: end)
    }
  }
}
