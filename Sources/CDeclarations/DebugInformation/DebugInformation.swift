/// What clang writes of a translation unit: the layouts that it dumps, then LLVM's text with the values of constants and
/// the debug information of types.
struct DebugInformation {
  /// The debug information's nodes by their numbers.
  private(set) var nodes: [MetadataNode?] = []
  /// What `_Alignof` is, by a record's name, or by file and line for one without.
  private(set) var alignments: [String: Int] = [:]
  /// The values of the constants with the prefix of ``TranslationUnit``, by their number.
  private(set) var values: [Int: UInt64] = [:]

  /// Reads what clang wrote.
  init(_ bytes: [UInt8]) {
    var record = ""
    var isFirst = false
    var at = 0
    while at < bytes.count {
      let end = bytes[at...].firstIndex(of: 0x0a) ?? bytes.count
      let line = bytes[at..<end]
      at = end + 1
      switch line.first {
      case 0x21: add(node: line)
      case 0x40: add(value: line)
      case 0x2a:  // *** Dumping AST Record Layout
        isFirst = true
        record = ""
      case 0x20 where isFirst:
        record = String(decoding: line, as: UTF8.self)
        isFirst = false
      case 0x20 where !record.isEmpty: add(alignment: line, of: record)
      default: break
      }
    }
  }

  /// A line such as `!12 = !DIFile(filename: "linux/kvm.h")`. Nodes with names, such as `!llvm.ident`, are passed over.
  private mutating func add(node line: ArraySlice<UInt8>) {
    var at = line.startIndex + 1
    var number = 0
    while at < line.endIndex, line[at] >= 0x30, line[at] <= 0x39, number < 1 << 28 {
      number = number * 10 + Int(line[at] - 0x30)
      at += 1
    }
    // The numbers are given in order, so that no line can ask for more memory than the text has lines.
    guard at > line.startIndex + 1, line[at...].starts(with: [0x20, 0x3d, 0x20]), number <= nodes.count + 4096
    else { return }
    while nodes.count <= number { nodes.append(nil) }
    nodes[number] = MetadataNode(line[(at + 3)...])
  }

  /// A line such as `@extstruct_12 = dso_local constant i64 4, align 8`.
  private mutating func add(value line: ArraySlice<UInt8>) {
    var scanner = MetadataScanner(line.dropFirst())
    guard scanner.skip("extstruct_") else { return }
    let number = scanner.word()
    let words = line.split(separator: 0x20)
    guard let at = words.firstIndex(where: { $0.elementsEqual("i64".utf8) }), at + 1 < words.count,
      let number = Int(number)
    else { return }
    let value = words[at + 1].last == 0x2c ? words[at + 1].dropLast() : words[at + 1]
    guard let first = value.first, first == 0x2d || first >= 0x30 && first <= 0x39 else { return }
    values[number] = MetadataScanner.bits(value)
  }

  /// The last line of a record's dump: `| [sizeof=8, align=4]`.
  private mutating func add(alignment line: ArraySlice<UInt8>, of record: String) {
    guard line.last == 0x5d, let equals = line.lastIndex(of: 0x3d) else { return }
    let text = String(decoding: line, as: UTF8.self)
    guard text.contains("| [sizeof="), text.contains(", align=") else { return }
    alignments[Self.key(record)] = MetadataScanner.number(line[(equals + 1)...].dropLast())
  }

  /// `kvm_msrs` of `0 | struct kvm_msrs`, and `a.h:7` of `0 | struct kvm_msrs::(unnamed at a.h:7:24)`.
  private static func key(_ line: String) -> String {
    if let at = line.firstRange(of: " at "), let close = line.lastIndex(of: ")"), at.upperBound < close {
      let place = line[at.upperBound..<close].split(separator: ":").dropLast()
      return place.joined(separator: ":")
    }
    return line.split(separator: " ").last.map(String.init) ?? ""
  }
}
