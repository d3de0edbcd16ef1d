import CommandLineKit
import CostAnalysis
import DiffAnalysis
import Documents
import HeaderImport
import InterfaceAnalysis
import InterfaceFile
import KVMAnalysis
import KernelInterfaces
import LintAnalysis
import MatrixAnalysis
import RaceAnalysis
import VerificationAnalysis

/// `extstruct schema`: what the JSON of the other subcommands holds.
enum SchemaCommand {
  static let name = Positional(
    "NAME", .optional, help: "Which schema is printed; a list of them if left out.")

  static let command = Command(
    "schema", summary: "Print the JSON Schema of a subcommand's JSON.",
    discussion: """
      Each subcommand's JSON has a schema of its own (draft 2020-12), which says of every member what it means
      and in which unit. `facts` is that of `list --facts`; `interface` is that of
      an interface file, which `list --export` writes; `eval-case` and `eval-answer` are those of a line
      that `eval` reads and of one that it prints.
      """,
    positionals: [name],
    examples: [
      .init("", "The names of the schemas."),
      .init("matrix", "What `extstruct matrix --json` prints."),
    ]
  ) { arguments, console in
    guard let wanted = arguments.value(of: name) else {
      var table = Table([.init("schema"), .init("of", wraps: true)])
      for (name, text) in schemas {
        let title = try JSONObject(parsing: Array(text.utf8)).string("title")
        table.row(StyledText(name, .bold), StyledText(title ?? ""))
      }
      console.print(table)
      return .success
    }
    guard let found = schemas.first(where: { $0.name == wanted }) else {
      throw UsageError.unknown(
        "schema", wanted, known: schemas.map(\.name), hint: "`extstruct schema` lists all of them")
    }
    // The text ends with a newline of its own.
    console.print(String(found.text.dropLast()))
    return .success
  }

  /// Every schema by its name, in the order of the subcommands.
  private static var schemas: [(name: String, text: String)] {
    [
      ("matrix", Matrix.jsonSchema),
      ("list", CatalogListing.jsonSchema),
      ("facts", FactList.jsonSchema),
      ("interface", Interface.fileSchema),
      ("layout", LayoutReport.jsonSchema),
      ("kvm", KVMReport.jsonSchema),
      ("eval-case", EvalCase.jsonSchema),
      ("eval-answer", EvalAnswer.jsonSchema),
      ("explain", Explanation.jsonSchema),
      ("cost", CostReport.jsonSchema),
      ("verify", VerificationReport.jsonSchema),
      ("probe", ProbeReport.jsonSchema),
      ("race", RaceReport.jsonSchema),
      ("lint", Lint.jsonSchema),
      ("diff", DiffReport.jsonSchema),
      ("import", StructImport.jsonSchema),
      ("import-list", StructListing.jsonSchema),
      ("glossary", Glossary.jsonSchema),
    ]
  }
}
