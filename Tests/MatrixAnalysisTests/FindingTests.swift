import Documents
import ExtensibleStructs
import Foundation
import MatrixAnalysis
import Testing

/// The matrix as an importer of the library makes and prints it: with the public API alone.
struct FindingTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var schemes: [String]
    var make: @Sendable () throws -> Matrix
  }

  static let five = ["static-pad", "size-prefixed", "flag-first", "size-and-flag-first", "new-ioctl"]
  static let samples = [
    Sample(testDescription: "a type", schemes: five) { try Matrix(Ring.self) },
    Sample(testDescription: "a history", schemes: five) { try Matrix(History(Ring.self)) },
    Sample(testDescription: "a type under named schemes", schemes: ["size-prefixed", "static-pad"]) {
      try Matrix(Ring.self, schemes: [.sizePrefixed, .staticPad(to: 64)])
    },
  ]

  @Test(arguments: samples, [40, 80, 120])
  func `text fits its width and has a table for each scheme`(_ sample: Sample, width: Int) throws {
    let lines = try sample.make().text(width: width).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= width })
    #expect(lines.first?.hasPrefix("struct ring_setup: VER0 is 16 bytes") == true)
    for scheme in sample.schemes {
      #expect(lines.contains { $0.hasPrefix(scheme + ": ") }, "\(scheme)")
      #expect(lines.contains { $0.hasPrefix(scheme + " ") }, "\(scheme) at a glance")
    }
    #expect(lines.filter { $0.hasPrefix("Judgement: ") }.count == sample.schemes.count)
  }

  @Test(arguments: samples)
  func `description is the text in 80 columns`(_ sample: Sample) throws {
    let matrix = try sample.make()
    #expect("\(matrix)" == matrix.text(width: 80))
  }

  @Test(arguments: samples)
  func `a page has the glance and the legend in front of the schemes`(_ sample: Sample) throws {
    let html = try sample.make().html
    #expect(html.contains("struct ring_setup: VER0 is 16 bytes, VER1 is 24 bytes, VER2 is 32 bytes."))
    var last = html.startIndex
    for id in ["at-a-glance", "what-a-verdict-means", "what-users-do"] + sample.schemes {
      let found = try #require(html.range(of: "id=\"\(id)\""), "\(id)")
      #expect(last < found.lowerBound, "\(id)")
      last = found.lowerBound
    }
    // A hazard's entry is tinted, and says so in its text.
    #expect(html.contains("class=\"tint bad\">IGNORED</td>"))
    #expect(html.components(separatedBy: "<figure").count == sample.schemes.count + 1)
  }

  @Test(arguments: samples)
  func `JSON has every cell of every scheme`(_ sample: Sample) throws {
    let matrix = try sample.make()
    let object = try JSONSerialization.jsonObject(with: Data(matrix.json.utf8)) as? [String: Any]
    #expect(object?["struct"] as? String == "ring_setup")
    let schemes = try #require(object?["schemes"] as? [[String: Any]])
    #expect(schemes.compactMap { $0["scheme"] as? String } == sample.schemes)
    for scheme in schemes {
      let cells = try #require(scheme["cells"] as? [[String: Any]])
      let careful = cells.filter { $0["habit"] as? String == "careful" }
      // VER0, VER1 and VER2 know 1, 2 and 4 subsets of the extensions, and call three kernels each.
      #expect(careful.count == 21)
    }
  }

  @Test func `why no kernel was asked is a part of the finding`() throws {
    var matrix = try Matrix(Ring.self)
    #expect(!matrix.text().contains("Not confirmed"))
    matrix.obstacle = "there is no /dev/ring"
    #expect(matrix.text().hasSuffix("\n\nNot confirmed: there is no /dev/ring."))
    #expect(matrix.html.contains("Not confirmed: there is no /dev/ring."))
  }
}
