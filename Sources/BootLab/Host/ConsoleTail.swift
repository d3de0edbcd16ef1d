/// The last lines of a stream of text, however long it gets.
struct ConsoleTail {
  private let limit: Int
  private var lines: [String] = []
  private var partial: [UInt8] = []
  /// The reason of the first panic that the kernel spoke of.
  private(set) var panic: String?

  /// Keeps that many lines.
  init(limit: Int) { self.limit = limit }

  /// The lines, the oldest first, without empty ones.
  var last: [String] {
    let open = Self.text(partial)
    return Array((open.isEmpty ? lines : lines + [open]).suffix(limit))
  }

  /// Adds bytes, and answers how many lines they ended.
  @discardableResult
  mutating func append(_ bytes: [UInt8]) -> Int {
    var ended = 0
    for byte in bytes {
      if byte == 0x0A {
        end()
        ended += 1
      } else if partial.count < 400 {
        partial.append(byte)
      }
    }
    return ended
  }

  private mutating func end() {
    let line = Self.text(partial)
    partial.removeAll(keepingCapacity: true)
    guard !line.isEmpty else { return }
    if panic == nil, let place = line.utf8.firstRange(of: "Kernel panic - ".utf8) {
      panic = String(line[place.upperBound...])
    }
    lines.append(line)
    if lines.count > 2 * limit { lines.removeFirst(lines.count - limit) }
  }

  /// A line without what a terminal would take for a command, and without the spaces around it.
  private static func text(_ bytes: [UInt8]) -> String {
    let plain = bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    let line = plain.drop { $0 == 0x20 }
    return String(
      decoding: line[..<((line.lastIndex { $0 != 0x20 } ?? line.startIndex - 1) + 1)], as: UTF8.self)
  }
}

extension Collection where Element: Equatable {
  /// Where the other collection first occurs in this one.
  fileprivate func firstRange(of other: some Collection<Element>) -> Range<Index>? {
    var start = startIndex
    while start != endIndex {
      if self[start...].starts(with: other) { return start..<index(start, offsetBy: other.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
