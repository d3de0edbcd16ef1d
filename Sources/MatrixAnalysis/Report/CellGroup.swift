import Callers
import ExtensibleStructs
import KernelInterfaces

/// Callers that one line of a table is about: one version, one habit, with or without extensions.
struct CallerGroup: Hashable, Comparable {
  var version: Int
  var meansExtensions: Bool
  var habit: Habit

  init(_ program: UserProgram) {
    version = program.version
    meansExtensions = program.features != 0
    habit = program.habit
  }

  static func < (left: CallerGroup, right: CallerGroup) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }

  private var order: [Int] {
    [version, meansExtensions ? 1 : 0, Habit.allCases.firstIndex(of: habit) ?? 0]
  }
}

/// Every way in which the cells of one place in a table ended, in few letters.
struct CellSummary {
  private(set) var accepted = false
  private(set) var errnos: Set<String> = []
  private(set) var hazards: Set<Verdict> = []
  private(set) var confirmed = 0
  private(set) var contradicted = 0

  mutating func add(_ cell: Cell) {
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
    let hazards = Verdict.allCases.filter(self.hazards.contains).map(\.short)
    return ((accepted ? ["ok"] : []) + errnos.sorted() + hazards).joined(separator: "/")
  }
}

extension Verdict {
  /// The verdict in one short word, for a table.
  var short: String {
    switch self {
    case .accepted: "ok"
    case .rejected: "refused"
    case .silentlyIgnored: "IGNORED"
    case .garbageRead: "GARBAGE"
    case .outOfBounds: "BEYOND"
    case .torn: "TORN"
    case .unusable: "UNUSABLE"
    }
  }
}

/// The heads of a table's columns, and which cells belong to each.
struct Grid {
  /// With more versions than this, kernels are grouped by age, and users are not told apart.
  static let everyVersionLimit = 3

  let headers: [String]
  let isByAge: Bool

  init(_ table: Matrix.Table) {
    isByAge = table.sizes.count > Grid.everyVersionLimit
    headers =
      isByAge
      ? ["older kernel", "same", "newer kernel"] : table.sizes.indices.map { "kernel \(table.version($0))" }
  }

  func line(_ cell: Cell) -> CallerGroup {
    var group = CallerGroup(cell.user)
    if isByAge { group.version = 0 }
    return group
  }

  func column(_ cell: Cell) -> Int {
    guard isByAge else { return cell.kernel }
    return cell.kernel < cell.user.version ? 0 : cell.kernel == cell.user.version ? 1 : 2
  }
}

extension Matrix.Table {
  /// The cells by line and column.
  func groups(_ grid: Grid) -> [CallerGroup: [Int: CellSummary]] {
    var groups: [CallerGroup: [Int: CellSummary]] = [:]
    for cell in cells {
      groups[grid.line(cell), default: [:]][grid.column(cell), default: CellSummary()].add(cell)
    }
    return groups
  }

  /// The cells that the habit's callers got.
  func cells(of habit: Habit) -> some Sequence<Cell> { cells.lazy.filter { $0.user.habit == habit } }

  /// The name of the version at `index`.
  package func version(_ index: Int) -> String { interface.history.versions[index].name }
}
