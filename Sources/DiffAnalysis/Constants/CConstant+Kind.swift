import CDeclarations

extension CConstant {
  /// The name's words: `CLONE`, `INTO`, `CGROUP`.
  var words: [Substring] { name.split(separator: "_") }

  /// Whether its value is one bit.
  var isOneBit: Bool { value != 0 && value & (value &- 1) == 0 }

  /// The macro's text; nil for an enumerator.
  var text: String? { if case .macro(let text) = kind { text } else { nil } }

  /// The enum's tag; nil for a macro.
  var tag: String? { if case .enumerator(let tag) = kind { tag } else { nil } }

  /// Whether the macro is one bit, and is written as one.
  var isFlag: Bool {
    guard isOneBit, let text, ioctl == nil else { return false }
    return text.contains("<<") || text.contains("BIT(") || text.contains("BIT_ULL(") || text.contains("0x")
      || text.contains("0X")
      || words.contains("FLAG") || words.contains("FLAGS")
  }

  /// Whether the macro is only another name of one: `#define A B`.
  var isAlias: Bool {
    guard let text, let first = text.unicodeScalars.first(where: { $0 != "(" && $0 != " " }) else {
      return false
    }
    return (first == "_" || first.properties.isAlphabetic) && !text.contains("<<") && !text.contains("BIT(")
      && !text.contains("BIT_ULL(") && ioctl == nil
  }

  /// Whether it is made to grow with what it counts or covers: a maximum, a count, a mask of all flags, a version.
  var isMadeToGrow: Bool {
    name.hasPrefix("__") || name.hasPrefix("NR_") || name.hasPrefix("N_") || name.hasPrefix("_")
      || words.contains { growing.contains($0) || $0.hasPrefix("MAX") || $0.hasSuffix("MAX") }
  }

  /// Whether it is a mask of flags.
  var isMask: Bool {
    !isOneBit && ioctl == nil
      && words.contains { ["MASK", "ALL", "VALID", "KNOWN", "SUPPORTED", "FLAGS"].contains($0) }
  }
}

private let growing: Set<Substring> = [
  "MAX", "LAST", "NUM", "NR", "COUNT", "CNT", "END", "VERSION", "VER", "TOTAL", "ALL", "MASK", "VALID",
  "KNOWN",
  "SUPPORTED", "CURRENT", "LATEST", "ENTRIES", "SIZE", "MINOR", "MAJOR", "REVISION", "API", "ABI", "NCMDS",
  "max", "MAXTYPE",
]
