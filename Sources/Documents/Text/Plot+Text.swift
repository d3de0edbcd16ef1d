extension Plot {
  /// The plot as lines of text: bars of block characters with their numbers, or a table of the lines' points.
  func lines(width: Int) -> [StyledText] {
    var lines = paragraph(StyledText(title, .bold), width)
    switch content {
    case .bars(let bars): lines += bars.lines(width: width)
    case .lines(let content): lines += content.table.lines(width: width)
    }
    return lines
  }

  /// The numbers as a table.
  var table: Table {
    switch content {
    case .bars(let bars): bars.table
    case .lines(let lines): lines.table
    }
  }
}

extension Plot.Lines {
  /// A row for each x, a column for each line.
  fileprivate var table: Table {
    var table = Table(
      [.init(StyledText(x.title), .right)] + lines.map { .init(StyledText($0.name), .right) }
        + (reference.map { [.init(StyledText($0.name), .right)] } ?? []))
    var values: [Double: [Int: Double]] = [:]
    for (index, line) in lines.enumerated() {
      for point in line.points where point.x.isFinite { values[point.x, default: [:]][index] = point.y }
    }
    for x in values.keys.sorted() {
      let cells = lines.indices.map { StyledText(values[x]?[$0].map(short) ?? "-") }
      table.row([StyledText(short(x))] + cells + (reference.map { [StyledText(short($0.y))] } ?? []))
    }
    return table
  }
}

extension Plot.Bars {
  /// A row for each category, a column for each series, and the sum of stacked ones.
  fileprivate var table: Table {
    var table = Table(
      [.init("")] + series.map { .init(StyledText("\($0.name) (\(unit))"), .right) }
        + (isStacked ? [.init(StyledText("sum (\(unit))"), .right)] : []))
    for (category, name) in categories.enumerated() {
      let cells = series.indices.map { StyledText(value($0, category).map(short) ?? "-") }
      table.row([StyledText(name)] + cells + (isStacked ? [StyledText(short(sum(category)))] : []))
    }
    return table
  }

  /// The sum of a category's parts; no larger than what a number can be.
  func sum(_ category: Int) -> Double {
    min(series.indices.reduce(0) { $0 + (value($1, category) ?? 0) }, .greatestFiniteMagnitude)
  }

  /// The characters of the parts of a stacked bar, by series.
  private static let fills: [Character] = ["█", "▒", "▓", "░"]

  fileprivate func lines(width: Int) -> [StyledText] {
    let names = series.count > 1 && !isStacked
    let values = categories.indices.flatMap { category in
      isStacked ? [sum(category)] : series.indices.compactMap { value($0, category) }
    }
    let numbers = values.map { short($0).count }.max() ?? 1
    let labels = categories.map { StyledText($0).width }.max() ?? 0
    let seriesColumns = names ? (series.map { StyledText($0.name).width }.max() ?? 0) + 2 : 0
    // The bars get what the other columns leave, within bounds.
    let room = min(max(width - labels - seriesColumns - numbers - unit.count - 5, 0), 60)
    let most = values.map(abs).max() ?? 0
    var table = Table([.init(""), .init(""), .init("", wraps: false), .init("", .right)])
    for (category, label) in categories.enumerated() {
      for (index, one) in series.enumerated() where !isStacked || index == 0 {
        let value = isStacked ? sum(category) : value(index, category)
        let bar =
          isStacked ? stack(category, most, room) : Self.bar(value ?? 0, most, room, Self.fills[0])
        table.row(
          StyledText(index == 0 ? label : ""), StyledText(names ? one.name : ""), StyledText(bar),
          value.map { StyledText("\(short($0)) \(unit)") } ?? StyledText("-", .dim))
      }
    }
    var lines = table.withoutEmptyColumns.lines(width: width)
    if isStacked, series.count > 1 {
      let key = series.enumerated().map { "\(Self.fills[$0 % 4]) \($1.name)" }.joined(separator: "  ")
      lines += paragraph(StyledText(key, .dim), width)
    }
    return lines
  }

  /// The bar of one value; one of a negative value has another fill, and its number has the sign.
  private static func bar(_ value: Double, _ most: Double, _ room: Int, _ fill: Character) -> String {
    guard most > 0, room >= 4 else { return "" }
    let length = Int((abs(value) / most * Double(room)).rounded())
    return String(repeating: value < 0 ? "░" : fill, count: value == 0 ? 0 : max(1, length))
  }

  private func stack(_ category: Int, _ most: Double, _ room: Int) -> String {
    guard most > 0, room >= 4 else { return "" }
    var (sum, drawn, bar) = (0.0, 0, "")
    for index in series.indices {
      sum = min(sum + (value(index, category) ?? 0), .greatestFiniteMagnitude)
      let end = Int((sum / most * Double(room)).rounded())
      bar += String(repeating: Self.fills[index % 4], count: max(0, end - drawn))
      drawn = max(drawn, end)
    }
    return bar
  }
}

extension Table {
  /// The table without the columns that have nothing in them.
  fileprivate var withoutEmptyColumns: Table {
    let kept = columns.indices.filter { column in
      !columns[column].header.isEmpty
        || rows.contains { if case .cells(let cells) = $0 { !cells[column].isEmpty } else { false } }
    }
    var table = Table(kept.map { columns[$0] }, repeating: repeated)
    for case .cells(let cells) in rows { table.row(kept.map { cells[$0] }) }
    return table
  }
}
