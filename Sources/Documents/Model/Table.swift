/// Rows and columns. A terminal shows a ruled header and no vertical bars, as wide as it must be and no wider than it
/// may be; a page shows the same rows, and tints a cell whose text has one colour.
///
///     VER   size  calls
///     ─────────────────
///     VER0    48  ok
///     VER1    56  silently ignored
package struct Table: Hashable, Sendable {
  /// On which side of its column a cell is.
  package enum Alignment: Hashable, Sendable {
    /// On the left, as words do.
    case left
    /// On the right, as numbers do.
    case right
    /// In the middle, as marks do.
    case center
  }

  /// A column's header and ways.
  package struct Column: Hashable, Sendable {
    /// The text above the rule.
    package var header: StyledText
    /// On which side the header and the cells are.
    package var alignment: Alignment
    /// Whether the cells are sentences that may take several lines before the table is broken up.
    package var wraps: Bool

    /// Declares a column.
    package init(_ header: StyledText, _ alignment: Alignment = .left, wraps: Bool = false) {
      self.header = header
      self.alignment = alignment
      self.wraps = wraps
    }
  }

  enum Row: Hashable, Sendable {
    case cells([StyledText])
    case section(StyledText)
    case rule
  }

  /// The columns, from left to right.
  package let columns: [Column]
  /// How many of the first columns are repeated in each table if the columns do not fit beside each other.
  package var repeated: Int
  var rows: [Row] = []

  /// Makes a table without rows.
  package init(_ columns: [Column], repeating repeated: Int = 1) {
    self.columns = columns
    self.repeated = repeated
  }

  /// Whether the table has no rows.
  package var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; cells that are missing on the right are empty.
  ///
  /// - Precondition: There are no more cells than columns.
  package mutating func row(_ cells: [StyledText]) {
    precondition(cells.count <= columns.count, "a row of \(cells.count) cells, a table of \(columns.count)")
    rows.append(.cells(cells + Array(repeating: "", count: columns.count - cells.count)))
  }

  /// Adds a row; cells that are missing on the right are empty.
  package mutating func row(_ cells: StyledText...) { row(cells) }

  /// Adds a line of its own that names the rows below it.
  package mutating func section(_ title: StyledText) { rows.append(.section(title)) }

  /// Adds a rule.
  package mutating func rule() { rows.append(.rule) }
}
