import LinuxSystem

/// What clang computes of `sizeof`, `_Alignof` and `offsetof`: constants in the text that it writes, with no debug
/// information and no dump of layouts in between.
struct Oracle {
  let clang: String
  let header: String
  let triple: String
  var folders: [String] = []

  /// The values of C expressions.
  func values(_ expressions: [String]) throws -> [Int] {
    let lines = expressions.enumerated().map {
      "const long long oracle_\($0.offset) = (long long)(\($0.element));"
    }
    let text = try output("#include <stddef.h>\n#include \"\(header)\"\n" + lines.joined(separator: "\n"))
    return expressions.indices.compactMap { index in
      text.split(separator: "\n").first { $0.hasPrefix("@oracle_\(index) =") }
        .flatMap { $0.split(separator: " ").drop { $0 != "i64" }.dropFirst().first }
        .flatMap { Int($0.filter { $0 != "," }) }
    }
  }

  /// The bytes of a struct whose member has all its bits set and nothing else.
  func bytes(_ record: String, _ member: String) throws -> [UInt8] {
    let text = try output("#include \"\(header)\"\nconst struct \(record) oracle = {.\(member) = -1};")
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("@oracle =") }),
      let open = line.lastIndex(of: "{"), let close = line.lastIndex(of: "}")
    else { return [] }
    // Each is `i8 14`, or `[4 x i8] zeroinitializer` for what no member has.
    return line[line.index(after: open)..<close].split(separator: ",").flatMap { element -> [UInt8] in
      let words = element.split { " []".contains($0) }
      if words.last == "zeroinitializer" { return [UInt8](repeating: 0, count: Int(words[0]) ?? 0) }
      return [UInt8(truncatingIfNeeded: words.last.flatMap { Int($0) } ?? 0)]
    }
  }

  private func output(_ source: String) throws -> String {
    let program = Program(
      clang,
      ["--target=\(triple)", "-x", "c", "-w", "-nostdlibinc"] + folders.flatMap { ["-isystem", $0] }
        + ["-S", "-emit-llvm", "-o", "-", "-"], environment: ["LC_ALL=C"], input: Array(source.utf8))
    let result = try Program.run([program], limit: 1 << 24)[0]
    guard result.end == .exited(0) else {
      throw OracleError(text: String(decoding: result.errors, as: UTF8.self))
    }
    return String(decoding: result.output, as: UTF8.self)
  }
}

struct OracleError: Error { let text: String }
