import ExtensibleStructs
import KernelInterfaces

/// Users that one line of a table is about: one version, one habit, with or without extensions.
struct UserGroup: Hashable, Comparable {
  var version: Int
  var usesExtensions: Bool
  var habit: Matrix.Habit

  init(_ user: Matrix.User) {
    version = user.version
    usesExtensions = user.features != 0
    habit = user.habit
  }

  static func < (left: UserGroup, right: UserGroup) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }

  private var order: [Int] {
    [version, usesExtensions ? 1 : 0, Matrix.Habit.allCases.firstIndex(of: habit) ?? 0]
  }
}

/// Every way in which the cells of one place in a table ended, in few letters.
struct CellSummary {
  private(set) var accepted = false
  private(set) var errnos: Set<String> = []
  private(set) var hazards: Set<Matrix.Verdict> = []
  private(set) var confirmed = 0
  private(set) var contradicted = 0

  mutating func add(_ cell: Matrix.Cell) {
    switch cell.judgement.verdict {
    case .accepted: accepted = true
    case .rejected: errnos.insert(cell.judgement.errno?.description ?? "?")
    default: hazards.insert(cell.judgement.verdict)
    }
    switch cell.confirmation {
    case .confirmed: confirmed += 1
    case .contradicted: contradicted += 1
    case nil: break
    }
  }

  /// Such as `ok`, `EINVAL`, `EFAULT/BEYOND`.
  var text: String {
    let hazards = Matrix.Verdict.allCases.filter(self.hazards.contains).map(\.short)
    return ((accepted ? ["ok"] : []) + errnos.sorted() + hazards).joined(separator: "/")
  }
}

/// The heads of a table's columns, and which cells belong to each.
struct Grid {
  /// With more versions than this, kernels are grouped by age, and users of all versions share a line.
  static let everyVersionLimit = 3

  let headers: [String]
  let isByAge: Bool

  init(_ table: Matrix.Table) {
    isByAge = table.sizes.count > Grid.everyVersionLimit
    headers =
      isByAge
      ? ["older kernel", "same", "newer kernel"] : table.sizes.indices.map { "kernel \(table.version($0))" }
  }

  func line(_ cell: Matrix.Cell) -> UserGroup {
    var group = UserGroup(cell.user)
    if isByAge { group.version = 0 }
    return group
  }

  func column(_ cell: Matrix.Cell) -> Int {
    guard isByAge else { return cell.kernel }
    return cell.kernel < cell.user.version ? 0 : cell.kernel == cell.user.version ? 1 : 2
  }
}

extension Matrix.Table {
  /// The cells by line and column.
  func groups(_ grid: Grid) -> [UserGroup: [Int: CellSummary]] {
    var groups: [UserGroup: [Int: CellSummary]] = [:]
    for cell in cells {
      groups[grid.line(cell), default: [:]][grid.column(cell), default: CellSummary()].add(cell)
    }
    return groups
  }

  /// The cells of the users with this habit.
  func cells(of habit: Matrix.Habit) -> some Sequence<Matrix.Cell> {
    cells.lazy.filter { $0.user.habit == habit }
  }

  /// The name of the version at `index`.
  package func version(_ index: Int) -> String { interface.history.versions[index].name }
}
