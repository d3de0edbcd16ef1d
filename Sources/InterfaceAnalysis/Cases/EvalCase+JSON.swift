package import Documents
import ExtensibleStructs
import KernelInterfaces

extension EvalCase {
  /// Every key that a case may have.
  static let keys = [
    "interface", "id", "release", "ksize", "usize", "flags", "memory", "mapped", "unmappedHead", "writable",
    "pointer", "offset", "length", "kernelStruct", "privileged", "abi",
  ]

  /// Reads a case from a JSON object.
  ///
  /// - Throws: `JSONError` or ``EvalError``, which name the key.
  package init(_ json: JSONObject) throws {
    try json.expectKeys(EvalCase.keys)
    guard let interface = try json.string("interface") else { throw EvalError("interface", "missing") }
    self.init(interface)
    if let text = try json.string("release") {
      guard let release = Release(text), !text.contains("-rc") else {
        throw EvalError("release", "'\(text)' is no release; write 6.1 or 6.1.176")
      }
      self.release = release
    }
    ksize = try json.integer("ksize", as: Int.self)
    usize = try json.integer("usize", as: UInt64.self)
    flags = try json.integer("flags", as: UInt64.self) ?? 0
    memory = try EvalCase.bytes(json, "memory") ?? []
    mapped = try json.integer("mapped", as: Int.self)
    unmappedHead = try json.integer("unmappedHead", as: Int.self) ?? 0
    isWritable = try json.bool("writable") ?? true
    if let text = try json.string("pointer") {
      guard let kind = KernelCall.Pointer(rawValue: text) else {
        throw EvalError("pointer", "'\(text)' is none of valid, null, kernel")
      }
      pointer = kind
    }
    offset = try json.integer("offset", as: Int.self)
    length = try json.integer("length", as: Int.self)
    kernelStruct = try EvalCase.bytes(json, "kernelStruct")
    isPrivileged = try json.bool("privileged") ?? true
    if let text = try json.string("abi") {
      guard let abi = SystemCallNumber.Architecture(rawValue: text) else {
        let known = SystemCallNumber.Architecture.allCases.map(\.rawValue).joined(separator: ", ")
        throw EvalError("abi", "'\(text)' is none of \(known)")
      }
      self.abi = abi
    }
  }

  private static func bytes(_ json: JSONObject, _ key: String) throws -> [UInt8]? {
    guard let text = try json.string(key) else { return nil }
    return try Hex.bytes(text, key: key)
  }

  /// The case as one line that ``init(_:)`` reads back; keys at their default are left out.
  package var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("interface", interface)
      if let release { json.field("release", "\(release)") }
      if let ksize { json.field("ksize", ksize) }
      if let usize { json.field("usize", usize) }
      if flags != 0 { json.field("flags", flags) }
      json.field("memory", Hex.text(memory))
      if let mapped { json.field("mapped", mapped) }
      if unmappedHead != 0 { json.field("unmappedHead", unmappedHead) }
      if !isWritable { json.field("writable", false) }
      if pointer != .valid { json.field("pointer", pointer.rawValue) }
      if let offset { json.field("offset", offset) }
      if let length { json.field("length", length) }
      if let kernelStruct { json.field("kernelStruct", Hex.text(kernelStruct)) }
      if !isPrivileged { json.field("privileged", false) }
      if let abi { json.field("abi", abi.rawValue) }
    }
    return writer.text
  }
}

extension EvalAnswer {
  /// Writes the answer's members, after an `id` where there was one.
  package func write(to json: inout JSONWriter) {
    json.field("result", errno.words)
    json.field("basis", basis.rawValue)
    if let kernelStruct { json.field("kernelStruct", Hex.text(kernelStruct)) }
    json.field("memory", Hex.text(memory))
    if let value { json.field("value", value) }
    json.field("fetches") { json in
      json.array { json in
        for fetch in fetches {
          json.array { json in
            json.string(fetch.primitive.rawValue)
            json.int(fetch.offset)
            json.int(fetch.count)
          }
        }
      }
    }
  }
}
