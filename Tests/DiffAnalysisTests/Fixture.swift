import CDeclarations
import DiffAnalysis
import Foundation

/// A patch of a header: the folder of its old and its new form.
struct Fixture: CustomStringConvertible, Sendable {
  var name: String
  var description: String { name }

  /// The file of one form.
  func path(_ form: String) -> String {
    Bundle.module.resourceURL!.appendingPathComponent("Fixtures/\(name)/\(form).h").path
  }

  /// What `diff` says of the patch, for the ABIs of this machine's own headers.
  func report(structs: [String] = []) throws -> DiffReport {
    var reader = try HeaderReader()
    reader.abis = CABI.all.filter { $0.headers == "x86" }
    return DiffReport(
      from: try reader.read([.file(path("old"))]), to: try reader.read([.file(path("new"))]), structs: structs
    )
  }
}
