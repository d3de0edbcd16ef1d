import LinuxSystem

/// The lines of a file, or of standard input, as bytes; one line at a time is in memory.
///
/// A line ends with `\n` or `\r\n`, which are not part of it. Bytes after the last `\n` are a line too.
package struct ByteLines: ~Copyable {
  /// The name of the input, for an error.
  package let name: String
  /// The number of the line read last, the first being 1.
  package private(set) var lineNumber = 0

  private let descriptor: Int32
  /// The descriptor's owner; nil for standard input, which is not closed.
  private let owner: FileDescriptor?
  private let maximumLength: Int
  private var buffer: [UInt8] = []
  /// Where the next line starts in the buffer.
  private var start = 0
  private var isAtEnd = false

  private static let chunk = 1 << 16

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file; `nil` or "-" is standard input.
  ///   - maximumLength: The most bytes that a line may have, without its end.
  package init(_ path: String?, maximumLength: Int = 64 << 20) throws(InputError) {
    self.maximumLength = maximumLength
    guard let path, path != "-" else {
      name = "standard input"
      descriptor = 0
      owner = nil
      return
    }
    name = "'\(path)'"
    do throws(SystemError) {
      let file = try FileDescriptor(opening: path, .readOnly)
      descriptor = file.rawValue
      owner = consume file
    } catch {
      throw InputError("cannot open '\(path)': \(error.reason)")
    }
  }

  /// The next line; `nil` after the last.
  package mutating func next() throws(InputError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return try line(upTo: end)
      }
      // A line may still be followed by "\r\n", of which "\r" is in the buffer.
      if buffer.count - start > maximumLength + 1 { _ = try line(upTo: buffer.count) }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? try line(upTo: buffer.count, isEnded: false) : nil
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      do throws(SystemError) {
        let chunk = try FileDescriptor.readWaiting(descriptor, limit: Self.chunk)
        isAtEnd = chunk.isEmpty
        buffer += chunk
      } catch {
        throw InputError("cannot read \(name): \(error.reason)")
      }
    }
  }

  private mutating func line(upTo end: Int, isEnded: Bool = true) throws(InputError) -> [UInt8] {
    lineNumber += 1
    var line = buffer[start..<end]
    if isEnded, line.last == UInt8(ascii: "\r") { line.removeLast() }
    if line.count > maximumLength {
      throw InputError("\(name), line \(lineNumber): longer than \(maximumLength) bytes")
    }
    return Array(line)
  }
}

/// Input that cannot be read.
package struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error in one line: what, and why.
  package var description: String

  /// Makes an error from its text.
  package init(_ description: String) { self.description = description }
}
