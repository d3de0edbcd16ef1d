/// A part of the report: words, a table, a plot.
struct Section {
  var title: String
  var words: String
  var columns: [String] = []
  var rows: [[String]] = []
  var plot: Plot?

  /// The table and the words in Markdown, which a terminal shows as well.
  var markdown: String {
    var lines = ["## \(title)", "", words, ""]
    guard !columns.isEmpty else { return lines.joined(separator: "\n") }
    let all = [columns] + rows
    let widths = columns.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).enumerated().map { index, cell in
        let spaces = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + spaces : spaces + cell.0
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    lines.append(line(columns))
    let rules = widths.enumerated().map {
      $0 == 0 ? String(repeating: "-", count: $1) : String(repeating: "-", count: max(1, $1 - 1)) + ":"
    }
    lines.append("| " + rules.joined(separator: " | ") + " |")
    lines += rows.map(line)
    return lines.joined(separator: "\n") + "\n"
  }

  var html: String {
    let paragraphs = words.split(separator: "\n").map { "<p>\(escaped(String($0)))</p>" }.joined()
    var text = "<section><h2>\(escaped(title))</h2>\(paragraphs)"
    if let plot { text += plot.svg }
    guard !columns.isEmpty else { return text + "</section>" }
    text += "<div class=\"scroll\"><table><thead><tr>"
    text += columns.map { "<th>\(escaped($0))</th>" }.joined() + "</tr></thead><tbody>\n"
    for row in rows { text += "<tr>" + row.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>\n" }
    return text + "</tbody></table></div></section>\n"
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
