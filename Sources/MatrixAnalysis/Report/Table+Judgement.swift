import Callers
import ExtensibleStructs

extension Matrix.Table {
  /// One line on the scheme, made from its cells: who is safe, who runs where, which mistake goes unnoticed.
  public var judgement: String {
    let parts =
      [safety].compactMap { $0 } + refusedByOwnKernel
      + [newUserOnOldKernel, garbageOnOldKernel].compactMap { $0 } + mistakes
    return parts.joined(separator: "; ") + "."
  }

  /// Nil if the only hazard is that a version is unusable, of which ``refusedByOwnKernel`` tells.
  private var safety: String? {
    var unsafe = Set(cells(of: .careful).filter { !$0.judgement.verdict.isSound }.map(\.judgement.verdict))
    guard !unsafe.isEmpty else { return "Careful users are always told the truth" }
    unsafe.remove(.unusable)
    guard !unsafe.isEmpty else { return nil }
    let names = Verdict.allCases.filter(unsafe.contains).map(\.words).joined(separator: ", ")
    return "Even careful users meet hazards (\(names))"
  }

  /// What a newer binary gets from an older kernel as long as it uses nothing new.
  private var newUserOnOldKernel: String? {
    let newer = cells(of: .careful).filter { $0.user.version > $0.kernel && $0.user.features == 0 }
    guard !newer.isEmpty else { return nil }
    let errnos = Set(newer.compactMap(\.judgement.errno).map(\.description)).sorted()
    guard !errnos.isEmpty else { return "a new user runs on an old kernel" }
    return "a new user needs a fallback on an old kernel (\(errnos.joined(separator: ", ")))"
  }

  private var garbageOnOldKernel: String? {
    let refused = cells(of: .garbage).filter {
      $0.user.features == 0 && $0.kernel < $0.user.version && $0.judgement.verdict == .rejected
    }
    let careful = Set(
      cells(of: .careful).filter { $0.judgement.verdict == .rejected && $0.user.features == 0 }
        .map { [$0.user.version, $0.kernel] })
    guard refused.contains(where: { !careful.contains([$0.user.version, $0.kernel]) }) else { return nil }
    return "callers must zero the fields they do not use"
  }

  /// The mistakes that some kernel does not report.
  private var mistakes: [String] {
    Habit.allCases.filter { $0 != .careful }.compactMap { habit in
      // That a version is unusable is no habit's fault.
      let bad = Set(cells(of: habit).map(\.judgement.verdict).filter { !$0.isSound && $0 != .unusable })
      guard let worst = Verdict.allCases.last(where: bad.contains) else { return nil }
      return switch worst {
      case .silentlyIgnored: "\(habit.words) goes unnoticed"
      case .garbageRead: "\(habit.words) makes the kernel act on bytes nobody set"
      case .outOfBounds: "\(habit.words) makes the kernel read beyond the struct"
      case .torn: "\(habit.words) makes the kernel act on two states"
      case .accepted, .rejected, .unusable: nil
      }
    }
  }
}

extension Habit {
  /// The habit as the subject of a sentence.
  var words: String {
    switch self {
    case .careful: "care"
    case .garbage: "garbage"
    case .missingFlag: "a forgotten flag"
    case .strayFlag: "a stray flag"
    case .unsetSize: "a size left 0"
    }
  }
}
