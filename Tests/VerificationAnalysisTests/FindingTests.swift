import Documents
import ExtensibleStructs
import Foundation
import KernelInterfaces
import Testing
import VerificationAnalysis

/// What an importer prints of a call of its own, by the public interface alone.
struct FindingTests {
  /// The struct of `openat2`, under a name that no kernel knows.
  struct OpenHow: ExtensibleStruct {
    var flags: UInt64 = 0
    var mode: UInt64 = 0
    var resolve: UInt64 = 0

    static let history = Declaration(Self.self, "my_open_how", flags: \.flags, known: 0x7f_ffc3) {
      Published("VER0", through: \.resolve)
    }
  }

  static let openat2 = CallShape(
    .systemCall(.everywhere(437)),
    [
      .init("dfd", .int, .value(-100)), .init("filename", .pointer, .value(.string(""))),
      .init("how", .pointer, .structure), .init("usize", .size, .size),
    ], passing: [.init(.ENOENT, .missingObject, "the path is empty")])

  /// An ioctl of a device that this machine does not have.
  static let ring = CallShape(.ioctl(on: .path("/dev/no-such-ring"), .write, type: 0x52, number: 1))

  private func check(_ finding: some Finding) throws {
    for width in [40, 80, 120] {
      let lines = finding.document.lines(width: width).filter { !$0.plain.hasPrefix("  {") }
      #expect(!lines.isEmpty && lines.allSatisfy { $0.width <= width }, "\(finding.text(width: width))")
    }
    #expect(finding.text().contains("my_open_how"))
    #expect(
      finding.html.replacing("<wbr>", with: "").contains("my_open_how")
        && finding.html.hasPrefix("<!DOCTYPE html>"))
    let object = try JSONSerialization.jsonObject(with: Data(finding.json.utf8)) as? [String: Any]
    #expect((object?["interfaces"] as? [Any])?.count == 1)
  }

  @Test func `a verification of an own struct prints in every form`() throws {
    let history = try History(OpenHow.self)
    let real = try Verifier().report(on: OpenHow.self, .sizeArgument, call: Self.openat2)
    try check(real)
    let result = try #require(real.results.first)
    // The rules on members are not described here, so that there are disagreements to print.
    #expect(result.skipped != nil || result.cases > 100 && result.agreed > 0)
    #expect(real.holds == result.disagreements.isEmpty)
    let missing = try Verifier().report(on: history, .newIoctl, call: Self.ring)
    try check(missing)
    #expect(missing.text().contains("skipped: open(/dev/no-such-ring)"))
  }

  @Test func `a probe of an own struct prints in every form`() throws {
    let history = try History(OpenHow.self)
    let real = try Prober().report(on: OpenHow.self, .sizeArgument, call: Self.openat2)
    try check(real)
    let finding = try #require(real.answers.first)
    #expect(finding.skipped != nil || finding.size == 24)
    let missing = try Prober().report(on: history, .newIoctl, call: Self.ring)
    try check(missing)
    #expect(missing.holds && missing.text().contains("skipped: open(/dev/no-such-ring)"))
  }
}
