import CommandLineKit
import Glibc
import Testing

@Suite struct ByteLinesTests {
  /// The lines of a file with these bytes.
  private func lines(_ bytes: [UInt8], maximumLength: Int = 64 << 20) throws -> [[UInt8]] {
    guard let stream = unsafe tmpfile() else { throw InputError("no temporary file") }
    defer { unsafe fclose(stream) }
    let file = unsafe fileno(stream)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
      try #require(count > 0)
      written += count
    }
    // Opened by this name, the file is read from its start.
    var input = try ByteLines("/proc/self/fd/\(file)", maximumLength: maximumLength)
    var lines: [[UInt8]] = []
    while let line = try input.next() { lines.append(line) }
    #expect(input.lineNumber == lines.count)
    // The end stays the end.
    #expect(try input.next() == nil)
    return lines
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("\r\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]),
    ("a\r\nb\r\n", ["a", "b"]), ("a\rb\n", ["a\rb"]), ("a\r\r\n", ["a\r"]), ("a\r", ["a\r"]),
    ("\n\na", ["", "", "a"]),
    ("a\0b\n", ["a\0b"]),
  ])
  func split(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected.map { Array($0.utf8) })
  }

  @Test(arguments: [1, 65535, 65536, 65537, 200_000])
  func acrossChunks(length: Int) throws {
    let long = [UInt8](repeating: 0xFF, count: length)
    #expect(try lines(long + [13, 10] + [97, 10] + long) == [long, [97], long])
  }

  @Test(arguments: [10, 1000, 100_000])
  func tooLong(maximum: Int) throws {
    let just = [UInt8](repeating: 97, count: maximum)
    #expect(try lines(just + [13, 10] + just + [10] + just, maximumLength: maximum) == [just, just, just])
    for end in [[], [10], [13, 10], [97, 97], just + just] as [[UInt8]] {
      let error = #expect(throws: InputError.self) {
        try lines([10] + just + [97] + end, maximumLength: maximum)
      }
      #expect(error?.description.hasSuffix(", line 2: longer than \(maximum) bytes") == true, "\(end.count)")
    }
  }

  @Test(arguments: [
    ("/nonexistent/x", "cannot open '/nonexistent/x': No such file or directory"),
    ("", "cannot open '': No such file or directory"),
    ("/dev/null/x", "cannot open '/dev/null/x': Not a directory"),
    ("/", "cannot read '/': Is a directory"),
  ])
  func missing(path: String, message: String) {
    let error = #expect(throws: InputError.self) {
      var lines = try ByteLines(path)
      _ = try lines.next()
    }
    #expect(error?.description == message)
  }

  @Test func anEndlessLineIsGivenUp() {
    #expect(throws: InputError("'/dev/zero', line 1: longer than 1000 bytes")) {
      var lines = try ByteLines("/dev/zero", maximumLength: 1000)
      _ = try lines.next()
    }
  }
}
