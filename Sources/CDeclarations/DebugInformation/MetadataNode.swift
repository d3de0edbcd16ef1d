/// A node of LLVM's debug information: `!12 = !DIDerivedType(tag: DW_TAG_member, name: "flags", ...)`.
struct MetadataNode {
  /// What follows the exclamation mark, such as `DIDerivedType`; empty for a list `!{!1, null}`.
  var kind = ""
  var tag = ""
  var name = ""
  var encoding = ""
  var filename = ""
  var file: Int?
  var line = 0
  var base: Int?
  var elements: Int?
  /// In bits.
  var size = 0
  /// In bits.
  var offset = 0
  /// In bits; 0 where none is recorded.
  var alignment = 0
  var count: Int?
  var value: UInt64 = 0
  var isBitField = false
  var isForward = false
  /// The members of a list; nil for `null`.
  var list: [Int?] = []

  /// Reads a node from behind the equals sign to the end of the line.
  init(_ line: ArraySlice<UInt8>) {
    var scanner = MetadataScanner(line)
    scanner.skip("distinct ")
    guard scanner.skip("!") else { return }
    if scanner.skip("{") {
      while let reference = scanner.reference() { list.append(reference) }
      return
    }
    kind = scanner.word()
    guard scanner.skip("(") else { return }
    while let field = scanner.field() { set(field.key, field.value) }
  }

  private mutating func set(_ key: String, _ value: ArraySlice<UInt8>) {
    switch key {
    case "tag": tag = MetadataScanner.text(value)
    case "name": name = MetadataScanner.text(value)
    case "encoding": encoding = MetadataScanner.text(value)
    case "filename": filename = MetadataScanner.text(value)
    case "file": file = MetadataScanner.reference(value)
    case "line": line = MetadataScanner.number(value)
    case "baseType": base = MetadataScanner.reference(value)
    case "elements", "types": elements = MetadataScanner.reference(value)
    case "size": size = MetadataScanner.number(value)
    case "offset": offset = MetadataScanner.number(value)
    case "align": alignment = MetadataScanner.number(value)
    case "count": count = MetadataScanner.number(value)
    case "value": self.value = MetadataScanner.bits(value)
    case "flags":
      let flags = MetadataScanner.text(value)
      isBitField = flags.contains("DIFlagBitField")
      isForward = flags.contains("DIFlagFwdDecl")
    default: break
    }
  }
}
