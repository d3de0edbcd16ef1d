public import Documents
import ExtensibleStructs
import InterfaceAnalysis
import KernelInterfaces

extension StructImport: Finding {
  /// What was inferred and why, what there is to know, and what no header says.
  public var document: Document {
    let versions = history.versions.map { "\($0.name) is \($0.size) bytes" }.joined(separator: ", ")
    return Document(
      "Import of struct \(history.name)",
      [
        .paragraph(StyledText("struct \(history.name)", .bold) + " of \(source): \(versions)."),
        .only(.page, [.byteDrawing(ByteDrawing(history))]),
        .table(table),
        list("To know", remarks.map(\.description)),
        list("What a header does not say, and which option does", open),
      ])
  }

  private var table: Table {
    var table = Table([.init("what"), .init("value", wraps: true), .init("why", wraps: true)])
    for subject in ImportInference.Subject.allCases {
      for inference in inferences where inference.subject == subject {
        table.row(
          StyledText(subject.rawValue, .bold), StyledText(inference.value.isEmpty ? "none" : inference.value),
          StyledText(inference.reason))
      }
    }
    return table
  }

  private func list(_ title: String, _ lines: [String]) -> Block {
    lines.isEmpty
      ? .group([])
      : .group([.paragraph(StyledText("\(title):", .bold)), .list(lines.map { StyledText($0) })])
  }
}
