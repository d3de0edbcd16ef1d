/// A macro without parameters, and where it is defined.
struct Macro: Hashable {
  var name: String
  /// What it is replaced by.
  var text: String
  /// The file that defines it, as its path was found.
  var file: String

  /// Whether it may have a value: those that certainly have none are not asked for.
  private var mayHaveValue: Bool {
    guard let first = text.utf8.first, text != name else { return false }
    guard !name.hasPrefix("__") || first >= 0x30 && first <= 0x39 else { return false }
    return !text.utf8.contains { [0x22, 0x3b, 0x7b, 0x7d].contains($0) }
      && !text.hasPrefix("__attribute__") && Self.isBalanced(text)
  }

  private static func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// The macros that may have a value, in the order of their definition, of what `clang -E -dD` writes, and the name of
  /// one that two files define differently.
  static func list(_ output: [UInt8]) -> (list: [Macro], conflict: String?) {
    var macros: [Macro?] = []
    var conflict: String?
    var places: [String: Int] = [:]
    var file = ""
    var at = 0
    while at < output.count {
      let end = output[at...].firstIndex(of: 0x0a) ?? output.count
      let line = output[at..<end]
      at = end + 1
      guard line.first == 0x23 else { continue }
      if line.starts(with: Array("# ".utf8)) {
        if let open = line.firstIndex(of: 0x22), let close = line.lastIndex(of: 0x22), open < close {
          file = MetadataScanner.text(line[open...close])
        }
        continue
      }
      guard file != "<built-in>", file != "<command line>", let (name, text, isUndefined) = directive(line)
      else { continue }
      let macro = Macro(name: name, text: text, file: file)
      if let place = places[name] {
        if let old = macros[place], old.file != file, old.text != text { conflict = name }
        macros[place] = nil
      }
      places[name] = nil
      if isUndefined { continue }
      guard macro.mayHaveValue else { continue }
      places[name] = macros.count
      macros.append(macro)
    }
    return (macros.compactMap(\.self), conflict)
  }

  /// `#define NAME TEXT` or `#undef NAME`; nil for one with parameters and for other lines.
  private static func directive(_ line: ArraySlice<UInt8>) -> (name: String, text: String, isUndefined: Bool)?
  {
    let isUndefined = line.starts(with: "#undef ".utf8)
    guard isUndefined || line.starts(with: "#define ".utf8) else { return nil }
    let rest = line.dropFirst(isUndefined ? 7 : 8)
    let end = rest.firstIndex { $0 == 0x20 || $0 == 0x28 } ?? rest.endIndex
    let name = String(decoding: rest[..<end], as: UTF8.self)
    if end < rest.endIndex, rest[end] == 0x28 { return (name, "", true) }
    let text = end < rest.endIndex ? rest[(end + 1)...] : []
    return (name, String(decoding: text, as: UTF8.self), isUndefined)
  }
}
