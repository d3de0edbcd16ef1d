import Documents
import Foundation
import KVMAnalysis
import KVMBackend
import Testing

/// The report as an importer of the library makes and prints it: with the public API alone.
struct FindingTests {
  static let hasKVM: Bool = if case .available? = try? KVMAvailability.probe() { true } else { false }

  @Test(.enabled(if: hasKVM, "/dev/kvm cannot be opened here"))
  func `the report is text, a page and JSON`() throws {
    let report = try KVMReport()
    #expect(report.holds, "\(report)")
    for width in [60, 80, 120] {
      let lines = report.text(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width })
      #expect(lines.first == "KVM of \(report.kernel)")
    }
    #expect("\(report)".contains("\(report.cases.count) calls: \(report.cases.count) agree, 0 disagree."))

    for id in ["what-it-can-do", "what-a-guest-proved", "the-simulated-and-the-running-kernel"] {
      #expect(report.html.contains("id=\"\(id)\""), "\(id)")
    }
    #expect(report.html.contains("kvm_set_user_memory_region"))

    let object = try JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any]
    #expect((object?["cases"] as? [Any])?.count == report.cases.count)
    #expect(object?["contradicted"] as? Int == 0)
  }
}
