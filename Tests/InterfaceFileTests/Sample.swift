import InterfaceFile
import KernelInterfaces

/// A file that a person writes, with one part replaced at a time.
enum Sample {
  static let text = """
    {
      "struct": {
        "name": "ring",
        "members": [
          { "name": "flags", "size": 4 },
          { "name": "size", "size": 4 },
          { "name": "slots", "size": 16, "element": 4 },
          { "name": "deadline", "size": 8 }
        ],
        "versions": [
          { "through": "slots" },
          { "name": "VER1", "size": 32, "gate": "0x2" }
        ],
        "flags": { "member": "flags", "known": 1, "names": { "RING_POLL": "0x1" } },
        "size": "size"
      },
      "call": { "ioctl": { "on": "/dev/ring", "direction": "write", "type": "0x52", "number": 1 } },
      "scheme": "size-prefixed",
      "facts": [{ "rule": { "member": "slots[1]", "within": [1, "0x1000"] } }]
    }
    """

  /// The interface of the text with `old`, which it has once, replaced by `new`.
  static func interface(_ old: String = "", _ new: String = "") throws -> Interface {
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    let changed = old.isEmpty ? text : parts.joined(separator: new)
    if !old.isEmpty, parts.count != 2 { throw Wrong(description: "the sample has '\(old)' not once") }
    return try Interface(file: Array(changed.utf8), named: "ring.json")
  }

  struct Wrong: Error, CustomStringConvertible { let description: String }
}
