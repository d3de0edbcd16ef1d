import ExtensibleStructs
import KernelInterfaces

extension Matrix {
  /// One way in which a scheme misleads or shuts out a user, found in the cells, with the bytes that it is about.
  public struct Hazard: Hashable, Sendable {
    /// What happens.
    public let verdict: Verdict
    /// The habit of the users to whom it happens.
    public let habit: Habit
    /// The cell that shows it with the fewest extensions and the oldest versions.
    public let example: Cell
    /// In how many cells it was found.
    public let count: Int

    /// The hazard in words, with an example.
    public let words: String

    init(_ verdict: Verdict, _ habit: Habit, in cells: [Cell], of table: Table) {
      self.verdict = verdict
      self.habit = habit
      example = cells[0]
      count = cells.count
      words = Hazard.describe(cells[0], in: table, count: cells.count)
    }

    private static func describe(_ cell: Cell, in table: Table, count: Int) -> String {
      let user = "a \(table.version(cell.user.version)) user"
      let kernel = "a \(table.version(cell.kernel)) kernel"
      let bytes = Hazard.list(cell.judgement.bytes)
      let names = table.interface.history.layout.fields.filter { field in
        !field.isReserved && cell.judgement.bytes.contains { $0.overlaps(field.range) }
      }.map(\.name).joined(separator: ", ")
      let size = table.sizes[cell.user.version]
      let what =
        switch cell.judgement.verdict {
        case .outOfBounds:
          "\(kernel) reads \(bytes), beyond the \(size) bytes of \(user)\(cell.tailMapped == nil ? "" : ", if they are mapped")"
        case .garbageRead: "\(kernel) acts on \(bytes) (\(names)), which \(user) never set"
        case .silentlyIgnored: "\(user) sets \(bytes) (\(names)); \(kernel) drops them and reports success"
        case .torn: "\(kernel) acts on two states of \(bytes) of \(user)"
        case .unusable:
          "\(kernel) refuses the \(size) bytes of \(user) with \(cell.judgement.refusal)"
            + (cell.judgement.bytes.isEmpty ? "" : " at \(bytes) (\(names))")
        case .accepted, .rejected: "\(kernel) answers \(user)"
        }
      return "\(cell.user.habit.rawValue): \(what) [\(count) \(count == 1 ? "cell" : "cells")]"
    }

    /// `bytes 32-43`, with neighbouring ranges joined.
    static func list(_ ranges: [Range<Int>]) -> String {
      var joined: [Range<Int>] = []
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = joined.last, range.lowerBound <= last.upperBound {
          joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
          joined.append(range)
        }
      }
      return "bytes " + joined.map { "\($0.lowerBound)-\($0.upperBound - 1)" }.joined(separator: ", ")
    }
  }
}

extension Matrix.Table {
  /// The scheme's hazards, found in its cells: one for each verdict and habit, the careful habit first.
  ///
  /// An unusable version is refused with the careful habit as well; only that one is reported.
  public var hazards: [Matrix.Hazard] {
    Matrix.Habit.allCases.flatMap { habit in
      Matrix.Verdict.allCases.filter { !$0.isSound }.compactMap { verdict -> Matrix.Hazard? in
        guard verdict != .unusable || habit == .careful else { return nil }
        let cells = cells.filter { $0.user.habit == habit && $0.judgement.verdict == verdict }
        return cells.isEmpty ? nil : Matrix.Hazard(verdict, habit, in: cells, of: self)
      }
    }
  }
}
