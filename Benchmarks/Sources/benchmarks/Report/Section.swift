/// A part of the report: words, plots, a table.
struct Section {
  var title: String
  /// What a reader in a hurry should know.
  var summary: String?
  /// Paragraphs, an empty line between them; code stands between backticks.
  var words: String
  var columns: [String] = []
  /// Which columns are text, and begin at their left.
  var texts: Set<Int> = [0]
  var rows: [[String]] = []
  var plots: [Plot] = []

  /// The table and the words in Markdown, which a terminal shows as well.
  var markdown: String {
    var lines = ["## \(title)", ""]
    if let summary { lines += ["**\(summary)**", ""] }
    lines += [words, ""]
    guard !columns.isEmpty else { return lines.joined(separator: "\n") }
    let all = [columns] + rows
    let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).enumerated().map { index, cell in
        let spaces = String(repeating: " ", count: cell.1 - cell.0.count)
        return texts.contains(index) ? cell.0 + spaces : spaces + cell.0
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    lines.append(line(columns))
    let rules = widths.enumerated().map {
      texts.contains($0)
        ? String(repeating: "-", count: $1) : String(repeating: "-", count: max(1, $1 - 1)) + ":"
    }
    lines.append("| " + rules.joined(separator: " | ") + " |")
    lines += rows.map(line)
    return lines.joined(separator: "\n") + "\n"
  }

  var html: String {
    var text = "<section><h2>\(escaped(title))</h2>"
    if let summary { text += "<p class=\"summary\">\(withCode(summary))</p>" }
    text += words.split(separator: "\n").map { "<p>\(withCode(String($0)))</p>" }.joined(separator: "\n")
    text += plots.map(\.svg).joined()
    guard !columns.isEmpty else { return text + "</section>\n" }
    func row(_ cells: [String], _ tag: String) -> String {
      let cells = cells.enumerated().map {
        "<\(tag)\(texts.contains($0) ? " class=\"text\"" : "")>\(escaped($1))</\(tag)>"
      }
      return "<tr>" + cells.joined() + "</tr>"
    }
    text += "<div class=\"scroll\"><table><thead>" + row(columns, "th") + "</thead><tbody>\n"
    for one in rows { text += row(one, "td") + "\n" }
    return text + "</tbody></table></div></section>\n"
  }

  /// A paragraph for the page, with what stands between backticks as code.
  private func withCode(_ text: String) -> String {
    escaped(text).split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
      $0 % 2 == 0 ? String($1) : "<code>\($1)</code>"
    }.joined()
  }
}

func escaped(_ text: String) -> String {
  text.split(separator: "", omittingEmptySubsequences: true).map {
    switch $0 {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: String($0)
    }
  }.joined()
}
