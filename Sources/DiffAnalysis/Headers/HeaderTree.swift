import CDeclarations
import LinuxSystem

/// The headers of a folder, as they are included from it: `linux/openat2.h`.
struct HeaderTree {
  /// The folder that include lines start from.
  let folder: String
  /// The headers, sorted, and the file of each.
  let files: [String: String]

  /// How deep folders may nest; links that lead to a folder around them end there.
  private static let depth = 12

  /// Lists a folder. One that has the headers in `include` and those of the architecture beside it, as `fetch-headers`
  /// unpacks them, is listed as they are included.
  ///
  /// Folders of other architectures' own headers are left out: their headers are included as `asm/`.
  init(_ path: String) {
    var root = path
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    if Files.kind(of: "\(root)/include/linux") == .folder { root += "/include" }
    folder = root
    var found: [String: String] = [:]
    Self.list(root, prefix: "", depth: 0, into: &found)
    for asm in ["\(root)/../uapi/x86/asm", "\(root)/x86_64-linux-gnu/asm"]
    where Files.kind(of: asm) == .folder {
      Self.list(asm, prefix: "asm/", depth: 0, into: &found)
      break
    }
    files = found
  }

  private static func list(_ folder: String, prefix: String, depth: Int, into found: inout [String: String]) {
    guard depth < Self.depth else { return }
    for name in Files.names(in: folder) {
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".h") {
        if Files.kind(of: path) == .file { found[prefix + name] = path }
      } else if Files.kind(of: path) == .folder, !name.contains("-linux-"), !(prefix.isEmpty && name == "asm")
      {
        list(path, prefix: prefix + name + "/", depth: depth + 1, into: &found)
      }
    }
  }

  /// Whether the folder has the own headers of an ABI's architecture, or is one that has those of none.
  func hasHeaders(of abi: CABI) -> Bool {
    guard files["linux/types.h"] != nil, abi.headers != "x86" else { return true }
    return ["\(folder)/../uapi/\(abi.headers)/asm", "\(folder)/\(abi.triple)/asm"].contains {
      Files.kind(of: $0) == .folder
    }
  }

  /// The architecture whose own header of the same name declares a struct, such as `s390`; nil if none does.
  func architecture(declaring name: String, like header: String) -> String? {
    guard let file = header.split(separator: "/").last else { return nil }
    return Files.names(in: "\(folder)/../uapi").first { architecture in
      guard let text = try? Files.contents(of: "\(folder)/../uapi/\(architecture)/asm/\(file)") else {
        return false
      }
      return identifiers(withoutComments(text)).contains(name)
    }
  }

  /// The text of a header.
  func text(of name: String) throws(SystemError) -> [UInt8] {
    guard let path = files[name] else { return [] }
    return try Files.contents(of: path)
  }
}

/// C without its comments, each run of white space as one space, or as one line feed if one is in it.
func withoutComments(_ text: [UInt8]) -> [UInt8] {
  var code: [UInt8] = []
  code.reserveCapacity(text.count)
  var at = 0
  func next(_ offset: Int) -> UInt8? { at + offset < text.count ? text[at + offset] : nil }
  func blank(_ byte: UInt8) {
    let isLine = byte == UInt8(ascii: "\n")
    guard let last = code.last else { return }
    if last == UInt8(ascii: "\n") { return }
    if last == UInt8(ascii: " ") {
      if isLine { code[code.count - 1] = byte }
    } else {
      code.append(isLine ? byte : UInt8(ascii: " "))
    }
  }
  while at < text.count {
    let byte = text[at]
    switch byte {
    case UInt8(ascii: "/") where next(1) == UInt8(ascii: "*"):
      at += 2
      while at < text.count, !(text[at] == UInt8(ascii: "*") && next(1) == UInt8(ascii: "/")) { at += 1 }
      at += 2
      blank(UInt8(ascii: " "))
    case UInt8(ascii: "/") where next(1) == UInt8(ascii: "/"):
      while at < text.count, text[at] != UInt8(ascii: "\n") { at += 1 }
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      blank(byte)
      at += 1
    default:
      code.append(byte)
      at += 1
    }
  }
  return code
}

/// The identifiers in C code.
func identifiers(_ code: [UInt8]) -> Set<String> {
  var found: Set<String> = []
  var start = 0
  for (at, byte) in code.enumerated() where !isWordByte[Int(byte)] {
    if at > start, !isDigit(code[start]) { found.insert(String(decoding: code[start..<at], as: UTF8.self)) }
    start = at + 1
  }
  if start < code.count, !isDigit(code[start]) {
    found.insert(String(decoding: code[start...], as: UTF8.self))
  }
  return found
}

private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

/// Whether a byte may be part of an identifier, by its value.
private let isWordByte: [Bool] = (0...255).map { byte in
  let scalar = Unicode.Scalar(UInt8(byte))
  return scalar == "_"
    || scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
}
