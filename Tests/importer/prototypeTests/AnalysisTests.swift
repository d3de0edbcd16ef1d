import CDriver
import CostAnalysis
import Dispatch
import Documents
import ExtensibleStructs
import Foundation
import InterfaceAnalysis
import KernelInterfaces
import LintAnalysis
import MatrixAnalysis
import RaceAnalysis
import RunningKernel
import SimulatedKernel
import Testing
import VerificationAnalysis

/// A kernel of an importer's own: a simulated one that forgets to look at the tail, if it is a bad one.
private struct OwnKernel: CallableKernel {
  var name: String { "mine" }
  var isBad: Bool

  mutating func answer(_ call: KernelCall) throws -> KernelCall.Outcome {
    var scheme = call.interface.newest.scheme
    if isBad { scheme.input?.tail = .ignored }
    let codec = try Codec(call.interface.history, scheme)
    return SimulatedKernel.answer(call, by: codec)
  }
}

@Suite("Analyses of an importer's own structs")
struct AnalysisTests {
  private func findings<S: DeclaredStruct>(_ type: S.Type) throws -> [any Finding] {
    [
      try Matrix(type), try Lint(type), try LayoutReport(type), try RaceReport(type, writes: 1),
      try CostReport(type, rounds: 1), try Explanation(type, .sizePrefixed),
      try Verifier(on: OwnKernel(isBad: false)).report(on: type, .sizePrefixed),
      try Prober(on: OwnKernel(isBad: false)).report(on: type, .sizePrefixed),
    ]
  }

  private func findings(_ history: History) throws -> [any Finding] {
    [
      try Matrix(history), Lint(history), LayoutReport(history), RaceReport(history, writes: 1),
      try CostReport(history, rounds: 1), try Explanation(history, .sizePrefixed),
      try Verifier(on: OwnKernel(isBad: false)).report(on: history, .sizePrefixed),
      try Prober(on: OwnKernel(isBad: false)).report(on: history, .sizePrefixed),
    ]
  }

  private func check(_ findings: [any Finding]) throws {
    for finding in findings {
      #expect(!finding.description.isEmpty && !finding.description.contains("History("))
      #expect(finding.html.hasPrefix("<!"))
      #expect(try JSONSerialization.jsonObject(with: Foundation.Data(finding.json.utf8)) is [String: Any])
    }
  }

  @Test func `by type and by history, of a Swift and of a C struct`() throws {
    try check(findings(Ring.self))
    try check(findings(History(Ring.self)))
    try check(findings(driver_setup.self))
    try check(findings(History(driver_setup.self)))
  }

  @Test func `a kernel of one's own is verified, and a planted mistake is found`() throws {
    let interface = try Interface(prototype: History(Ring.self), .sizePrefixed)
    let good = try Verifier(on: OwnKernel(isBad: false)).report(on: [interface])
    #expect(good.holds && good.results[0].cases > 50 && good.kernel == "mine")
    let bad = try Verifier(on: OwnKernel(isBad: true)).report(on: [interface])
    #expect(!bad.holds && bad.description.contains("E2BIG"))
    #expect(try Verifier(on: SimulatedKernel()).report(on: [interface]).holds)
  }

  @Test func `a kernel of one's own is probed`() throws {
    let report = try Prober(on: OwnKernel(isBad: false)).report(on: Ring.self, .sizePrefixed)
    let answer = try #require(report.answers.first)
    #expect(answer.skipped == nil && answer.size == 56 && answer.flags == 0x3 && answer.tail == "E2BIG")
  }

  @Test func `an interface of one's own is put to the running kernel`() throws {
    let shape = CallShape(.ioctl(on: .path("/dev/null"), .write, type: 0x52, number: 1))
    let report = try Prober().report(on: Ring.self, .newIoctl, call: shape)
    #expect(report.answers.count == 1)
    #expect(try Verifier().report(on: Ring.self, .newIoctl, call: shape).results[0].skipped != nil)
  }

  @Test func `no name of these modules hides one of the toolchain's`() {
    // Qualified, as a program writes them that has a type of the same name.
    let queue: Dispatch.DispatchQueue? = nil
    let data: Foundation.Data? = nil
    #expect(queue == nil && data == nil)
  }
}
