import Documents
import KernelInterfaces

extension CallShape.Value {
  /// The values that are no integers.
  static let tags = ["string", "bytes", "room", "file"]

  init(_ node: JSONNode) throws(FileProblem) {
    guard case .object = node.value else {
      self = .constant(try node.register())
      return
    }
    let read = try node.tagged([], Self.tags)
    self =
      switch read.tag {
      case "string": .string(try read.inner.string())
      case "bytes": .bytes(try read.inner.hex())
      case "room": .room(try read.inner.bytes())
      default: .file(try CallShape.File(read.inner))
      }
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .constant(let value):
      // A small negative number, such as AT_FDCWD, is written as people know it.
      let signed = Int64(bitPattern: value)
      if -4096...4096 ~= signed { json.int(signed) } else { json.bits(value) }
    case .string(let text): json.tagged("string") { $0.string(text) }
    case .bytes(let bytes): json.tagged("bytes") { $0.string(Hex.text(bytes)) }
    case .room(let count): json.tagged("room") { $0.int(count) }
    case .file(let file): json.tagged("file") { file.write(to: &$0) }
    }
  }
}

extension JSONNode {
  /// Bytes as hexadecimal digits, two each.
  func hex() throws(FileProblem) -> [UInt8] {
    let digits = Array(try string().utf8)
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard index + 1 < digits.count,
        let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16),
        digits[index] != UInt8(ascii: "+")
      else { throw problem("bytes are written as hexadecimal digits, two each, such as \"00ff\"") }
      bytes.append(byte)
    }
    return bytes
  }
}
