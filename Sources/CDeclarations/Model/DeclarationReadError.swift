/// Why C declarations could not be read, and what to do about it.
public enum DeclarationReadError: Error, Hashable, Sendable {
  /// There is no clang where it was looked for.
  case noClang([String])
  /// clang refused a header: its name, the ABI, and the first lines of what clang says.
  case refused(header: String, abi: String, lines: [String])
  /// A program wrote more than it may: what it is, and the bytes.
  case tooMuchOutput(String, limit: Int)
  /// A file cannot be read, or a program cannot be started: what was tried and why it failed.
  case system(String)
  /// A name cannot be part of an include line, or of clang's command line.
  case badName(String)
  /// What was read is not what it should be: where, and what is wrong.
  case malformed(String)
}

extension DeclarationReadError: CustomStringConvertible {
  /// One or more lines that say what failed and what to do.
  public var description: String {
    switch self {
    case .noClang(let places):
      "there is no clang (\(places.joined(separator: ", "))); install Debian's package clang, or name its file with "
        + "--clang or EXTSTRUCT_CLANG"
    case .refused(let header, let abi, let lines):
      (["\(header) does not compile for \(abi):"] + lines.map { "  " + $0 } + Self.advice(lines))
        .joined(separator: "\n")
    case .tooMuchOutput(let what, let limit): "\(what) wrote more than \(limit) bytes"
    case .system(let message): message
    case .badName(let name): "'\(name)' cannot be included: it has a quote, a line feed or a zero byte"
    case .malformed(let message): message
    }
  }

  /// What most often helps.
  private static func advice(_ lines: [String]) -> [String] {
    let text = lines.joined(separator: "\n")
    if text.contains("file not found") { return ["name the folder that it is in with -I"] }
    if text.contains("unknown type name") || text.contains("incomplete type") {
      return ["include what declares that type: -D NAME=TYPE, or a header of your own that includes both"]
    }
    return []
  }
}
