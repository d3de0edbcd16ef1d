internal import Documents

/// An interface file that cannot be read: where, what is wrong, and what to do about it.
public struct InterfaceFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as it was named; empty if it has no name.
  public var file: String
  /// The keys and indices that lead to what is wrong, such as `struct.members[2].offset`; empty for the whole file.
  public var path: String
  /// The line of the file, from 1; nil if the file could not be read at all.
  public var line: Int?
  /// The byte of that line, from 1.
  public var column: Int?
  /// What is wrong, and what to do about it.
  public var message: String

  init(_ message: String, file: String = "") {
    self.message = message
    self.file = file
    path = ""
  }

  init(_ problem: FileProblem, in text: [UInt8], file: String) {
    self.init(problem.message, file: file)
    path = problem.path.description
    place(at: problem.path.offset(in: text) ?? 0, in: text)
  }

  init(_ error: JSONError, in text: [UInt8], file: String) {
    self.init("no JSON: \(error.message)", file: file)
    place(at: (error.column ?? 1) - 1, in: text)
  }

  private mutating func place(at offset: Int, in text: [UInt8]) {
    let before = text.prefix(offset)
    line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    column = 1 + offset - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
  }

  /// One line: the file, the line and the byte, the path, and what is wrong.
  public var description: String {
    var place = [file]
    if let line, let column { place += ["\(line)", "\(column)"] }
    let start = place.filter { !$0.isEmpty }.joined(separator: ":")
    return [start, path, message].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

/// What is wrong with the content of a file, and where.
struct FileProblem: Error, Hashable {
  var path: JSONPath
  var message: String

  init(_ path: JSONPath, _ message: String) {
    self.path = path
    self.message = message
  }
}
