import CDeclarations

/// The macros and enumerators that name the bits of a struct's flags.
struct KnownFlags {
  /// The names of single bits, and of masks that an option named.
  var names: [UInt64: String] = [:]
  /// All the bits.
  var bits: UInt64 = 0
  /// Why these.
  var reason = ""
  var isGiven = false

  /// None.
  init() {}

  /// Those with the longest prefix whose words are all words of the struct's name or of its member's.
  ///
  /// - Parameter width: how many bytes the member has.
  init(of name: String, member: String, width: Int, in declarations: CDeclarations) {
    let words = (name + "_" + member).uppercased().split(separator: "_").map(String.init)
    let limit: UInt64 = width >= 8 ? .max : (1 << UInt64(8 * width)) - 1
    var groups: [String: [CConstant]] = [:]
    for constant in declarations.constants where constant.value != 0 && constant.value <= limit {
      guard !constant.name.contains("_SIZE_VER"), constant.ioctl == nil else { continue }
      let parts = constant.name.split(separator: "_", omittingEmptySubsequences: false)
      var prefix = ""
      for (index, part) in parts.dropLast().enumerated() {
        guard Self.matches(part, words, isFirst: index == 0) else { break }
        prefix += part + "_"
        groups[prefix, default: []].append(constant)
      }
    }
    let candidates = groups.filter { Self.areFlags($0.value) }
    let best = candidates.max { left, right in
      let (a, b) = (Self.words(left.key), Self.words(right.key))
      if a != b { return a < b }
      if left.value.count != right.value.count { return left.value.count < right.value.count }
      return left.key > right.key
    }
    guard let best else { return }
    for constant in best.value {
      bits |= constant.value
      if constant.value.nonzeroBitCount == 1, names[constant.value] == nil {
        names[constant.value] = constant.name
      }
    }
    reason = "the constants \(best.key)*"
  }

  /// Those that options name: macros, enumerators or masks.
  init(given: [String], in declarations: CDeclarations) throws(ImportError) {
    isGiven = true
    reason = "--known"
    for name in given {
      let value = try declarations.value(name, option: "--known")
      bits |= value
      if declarations.constant(name) != nil { names[value] = name }
    }
  }

  /// The bits of units of bit-fields: each of one bit by its name.
  init(_ fields: [FlatMember.BitField]) {
    reason = "its bit-fields, as a little-endian caller numbers them"
    for field in fields where !FlatMember.isReserved(field.name) && field.bits.upperBound <= 64 {
      let mask = (UInt64.max >> UInt64(64 - field.bits.count)) << UInt64(field.bits.lowerBound)
      bits |= mask
      names[mask] = field.name
    }
  }

  /// `MEM` matches `MEMORY`, and `FLAG` matches `FLAGS`; the first word has to be the name's first.
  private static func matches(_ part: Substring, _ words: [String], isFirst: Bool) -> Bool {
    if isFirst { return words.first.map { $0 == part } ?? false }
    return words.contains {
      $0 == part || part.count >= 3 && ($0.hasPrefix(part) || part.hasPrefix($0) && $0.count >= 4)
    }
  }

  private static func words(_ prefix: String) -> Int { prefix.split(separator: "_").count }

  /// Whether they are bits and masks of bits, not numbers that count: each bit has one name.
  private static func areFlags(_ constants: [CConstant]) -> Bool {
    var seen: UInt64 = 0
    for constant in constants {
      if constant.value.nonzeroBitCount == 1 {
        if seen & constant.value != 0 { return false }
        seen |= constant.value
      } else if case .macro(let text) = constant.kind, text.contains("|") || text.contains("0x") {
        continue
      } else {
        return false
      }
    }
    // Two numbers that count from 1 are bits as well.
    return constants.count > 2
      || constants.contains { constant in
        if case .macro(let text) = constant.kind {
          return text.contains("<<") || text.contains("0x") || text.contains("BIT")
        }
        return false
      }
  }
}

extension CDeclarations {
  /// The value of a constant by its name, or of a number as C writes it.
  func value(_ text: String, option: String) throws(ImportError) -> UInt64 {
    if let constant = constant(text) { return constant.value }
    let digits = text.lowercased()
    let value = digits.hasPrefix("0x") ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
    guard let value else {
      throw .noSuchConstant(option: option, text, known: constants.map(\.name))
    }
    return value
  }
}
