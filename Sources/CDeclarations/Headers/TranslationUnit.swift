/// What clang compiles: the headers, and a constant for each macro whose value is asked for.
struct TranslationUnit {
  /// The headers, in the order in which they are included.
  var headers: [HeaderSource]
  /// The macros whose values are asked for.
  var macros: [Macro] = []

  /// The name of the lines that are ours, in clang's messages.
  static let name = "extstruct.c"
  /// The name of the lines of the macros.
  static let macroLines = "extstruct-macros.c"

  /// The text.
  func source() throws(DeclarationReadError) -> [UInt8] {
    var text = Array(
      """
      # 1 "\(Self.name)" 1
      #include <stddef.h>
      #if __has_include(<linux/types.h>)
      #include <linux/types.h>
      #include "\(LibraryStubs.folder)/stdlib.h"
      #endif

      """.utf8)
    for header in headers { text += try Self.include(header) }
    guard !macros.isEmpty else { return text }
    // One line each, so that a message of clang names the macro.
    text += Array("# 1 \"\(Self.macroLines)\" 1\n".utf8)
    for (at, macro) in macros.enumerated() {
      text += Array(
        """
        #ifdef \(macro.name)
        __attribute__((nodebug)) const unsigned long long extstruct_\(at) = (unsigned long long)(\(macro.name));
        #endif

        """.utf8)
    }
    return text
  }

  /// The macro that a line of ``macroLines`` asks for.
  static func macro(atLine line: Int) -> Int { (line - 1) / 3 }

  private static func include(_ header: HeaderSource) throws(DeclarationReadError) -> [UInt8] {
    let name = header.name
    var forbidden: Set<UInt8> = [0x22, 0x0a, 0]
    if case .included = header { forbidden.insert(0x3e) }
    guard !name.utf8.contains(where: forbidden.contains) else { throw .badName(name) }
    switch header {
    case .included: return Array("#include <\(name)>\n".utf8)
    case .file: return Array("#include \"\(name)\"\n".utf8)
    case .text(let bytes, _):
      return Array("# 1 \"\(name)\" 1\n".utf8) + bytes + Array("\n# 1 \"\(Self.name)\" 2\n".utf8)
    }
  }
}
