import Documents
import ExtensibleStructs
import KernelInterfaces

extension CallShape {
  /// Writes how the call travels; what is as it is by itself is left out.
  func write(to json: inout JSONWriter) {
    json.object { json in
      switch entry {
      case .ioctl(let ioctl): json.line("ioctl") { ioctl.write(to: &$0) }
      case .systemCall(let number):
        json.line("systemCall") { number.write(to: &$0) }
      }
      if arguments != CallShape(entry).arguments || isSystemCall {
        json.field("arguments") { $0.lines(of: arguments) { $1.write(to: &$0) } }
      }
      if !samples.isEmpty { json.field("samples") { $0.members(samples) { $1.write(to: &$0) } } }
      if !passing.isEmpty { json.field("passing") { $0.lines(of: passing) { $1.write(to: &$0) } } }
      if setting != .here { json.field("setting", setting.rawValue) }
      if product != .nothing { json.field("product", product.rawValue) }
      if keepsMachine { json.field("keepsMachine", true) }
      if !unmodelled.isEmpty { json.field("unmodelled") { $0.members(unmodelled) { $0.bits($1) } } }
      if !unmodelledOn.isEmpty {
        json.field("unmodelledOn") { json in
          json.members(byName(unmodelledOn)) { json, bits in json.members(bits) { $0.bits($1) } }
        }
      }
      if !filledIn.isEmpty {
        json.line("filledIn") { json in json.array { for name in filledIn.sorted() { $0.string(name) } } }
      }
      if !configured.isEmpty { json.field("configured") { $0.lines(of: configured) { $1.write(to: &$0) } } }
      if let unprivileged { json.field("unprivileged", unprivileged) }
      if !leftOut.isEmpty { json.field("leftOut") { $0.members(byName(leftOut)) { $0.string($1) } } }
    }
  }

  private var isSystemCall: Bool { if case .systemCall = entry { true } else { false } }

  private func byName<Value>(_ values: [SystemCallNumber.Architecture: Value]) -> [String: Value] {
    Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
  }
}

extension CallShape.Ioctl {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("on") { file.write(to: &$0) }
      json.field("direction", direction.name.rawValue)
      json.field(bits: "type", UInt64(type))
      json.field(bits: "number", UInt64(number))
      if size != 0 { json.field("size", size) }
    }
  }
}

extension SystemCallNumber {
  fileprivate func write(to json: inout JSONWriter) {
    if let x86_64, self == .everywhere(x86_64) { return json.int(x86_64) }
    json.object { json in
      if let x86_64 { json.field("x86_64", x86_64) }
      if let arm64 { json.field("arm64", arm64) }
      if let i386 { json.field("i386", i386) }
    }
  }
}

extension CallShape.Passing {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field(errno: "errno", errno)
      json.field("kind", kind.rawValue)
      json.field("reason", reason)
    }
  }
}

extension CallShape.ConfiguredBits {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("member", member)
      json.field(bits: "bits", bits)
      if errno != .EINVAL { json.field(errno: "else", errno) }
      json.field("reason", reason)
    }
  }
}
