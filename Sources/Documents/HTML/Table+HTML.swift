extension HTMLWriter {
  /// Writes a table that scrolls by itself where it is too wide, its first column staying in sight.
  mutating func write(_ table: Table) {
    guard !table.columns.isEmpty else { return }
    element("div", ["class": "scroll", "tabindex": "0"]) { html in
      html.element("table") { html in
        html.head(of: table)
        html.body(of: table)
      }
    }
    newLine()
  }

  private mutating func head(of table: Table) {
    guard table.columns.contains(where: { !$0.header.isEmpty }) else { return }
    element("thead") { html in
      html.element("tr") { html in
        for (index, column) in table.columns.enumerated() {
          let classes = table.classes(of: index, nil)
          if column.header.isEmpty {
            html.element("td", ["class": classes]) { _ in }
          } else {
            html.element("th", ["scope": "col", "class": classes]) { $0.write(column.header) }
          }
        }
      }
    }
    newLine()
  }

  /// The rows, in a body of their own after each rule and before each section.
  private mutating func body(of table: Table) {
    var bodies: [[Table.Row]] = [[]]
    for row in table.rows {
      switch row {
      case .cells: bodies[bodies.count - 1].append(row)
      case .section: bodies.append([row])
      case .rule: bodies.append([])
      }
    }
    for rows in bodies where !rows.isEmpty {
      element("tbody") { html in for row in rows { html.write(row, of: table) } }
      newLine()
    }
  }

  private mutating func write(_ row: Table.Row, of table: Table) {
    switch row {
    case .rule: break
    case .section(let title):
      element("tr", ["class": "section"]) { html in
        html.element("th", ["colspan": "\(table.columns.count)", "scope": "rowgroup"]) { html in
          // The row is as wide as the table, of which a phone shows a part.
          html.element("span", ["class": "stay"]) { $0.write(title.without(.bold)) }
        }
      }
    case .cells(let cells):
      element("tr") { html in
        for (index, cell) in cells.enumerated() {
          let color = cell.color
          html.element("td", ["class": table.classes(of: index, color)]) { html in
            let text = color.map(cell.without) ?? cell
            if index == 0 { html.write(breaking: text) } else { html.write(text) }
          }
        }
      }
    }
  }
}

extension Table {
  /// The classes of a cell in this column; `nil` if there are none.
  fileprivate func classes(of column: Int, _ color: Style?) -> String? {
    var classes: [String] = []
    switch columns[column].alignment {
    case .left: break
    case .right: classes.append("number")
    case .center: classes.append("mark")
    }
    if isProse(column) { classes.append("prose") }
    if column == 0, isLong(column) { classes.append("long") }
    if let color { classes += ["tint", color.pageClass] }
    return classes.isEmpty ? nil : classes.joined(separator: " ")
  }

  /// Whether a column has sentences long enough to need lines of their own.
  private func isProse(_ column: Int) -> Bool { columns[column].wraps && hasCell(of: column, over: 32) }

  /// Whether a phone breaks a cell of the column, which it should not do at every word.
  private func isLong(_ column: Int) -> Bool { hasCell(of: column, over: 14) }

  private func hasCell(of column: Int, over width: Int) -> Bool {
    rows.contains { if case .cells(let cells) = $0 { cells[column].width > width } else { false } }
  }
}
