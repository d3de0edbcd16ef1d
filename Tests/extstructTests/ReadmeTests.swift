import Foundation
import Testing

/// Every command in the README prints what the README says.
struct ReadmeTests {
  static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("README.md")

  /// The README's console blocks: a command line, and what it printed.
  static func blocks() throws -> [(command: String, output: [String])] {
    var blocks: [(String, [String])] = []
    var inside = false
    for line in try String(contentsOf: readme, encoding: .utf8).components(separatedBy: "\n") {
      if line == "```console" {
        inside = true
      } else if line.hasPrefix("```") {
        inside = false
      } else if inside, line.hasPrefix("$ ") {
        blocks.append((String(line.dropFirst(2)), []))
      } else if inside, !blocks.isEmpty {
        blocks[blocks.count - 1].1.append(line)
      }
    }
    return blocks
  }

  /// The running kernel's name is its own everywhere.
  static func normal(_ text: String) -> String {
    text.replacing(/Linux [0-9][0-9A-Za-z.+_-]*/, with: "Linux N").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  static let hasKVM = FileManager.default.isReadableFile(atPath: "/dev/kvm")

  @Test(.enabled(if: hasKVM, "the README's tables need /dev/kvm to be confirmed"))
  func `every command prints what the README says`() throws {
    let blocks = try Self.blocks()
    #expect(blocks.count >= 3)
    for (command, output) in blocks {
      var words = command
      var input = ""
      if command.hasPrefix("echo '"), let end = command.range(of: "' | ") {
        input = String(command[command.index(command.startIndex, offsetBy: 6)..<end.lowerBound])
        words = String(command[end.upperBound...])
      }
      let arguments = words.split(separator: " ").map(String.init)
      #expect(arguments.first == "extstruct")
      let run = try Extstruct.run(Array(arguments.dropFirst()), input: input + "\n")
      #expect(run.status == 0, "\(command)")
      #expect(Self.normal(run.output) == Self.normal(output.joined(separator: "\n")), "\(command)")
    }
  }
}
