import KernelInterfaces
import Documents
import ExtensibleStructs

extension JSONWriter {
  /// The schemes that cannot carry the struct, each with its reason.
  mutating func write(_ leftOut: [LeftOut]) {
    field("leftOut") { json in
      json.array { json in
        for left in leftOut {
          json.object { json in
            json.field("scheme", left.scheme)
            json.field("reason", left.reason)
          }
        }
      }
    }
  }
}
