import Documents
import ExtensibleStructs

extension Matrix.Table {
  /// One sentence on the scheme, made from its cells: who is safe, who runs where, which mistake goes unnoticed.
  public var judgement: String { judgementParts.map(\.text).joined(separator: "; ") + "." }

  /// A part of the judgement.
  struct Remark {
    var text: String
    /// Good, bad, or something to know.
    var style: Style

    /// The part as an item of a list.
    var styled: StyledText { StyledText(text.prefix(1).uppercased() + text.dropFirst() + ".", style) }
  }

  /// The judgement in parts.
  var judgementParts: [Remark] {
    [safety].compactMap { $0 } + refusedByOwnKernel.map { Remark(text: $0, style: .red) }
      + [newUserOnOldKernel, garbageOnOldKernel].compactMap { $0 } + mistakes
  }

  /// Nil if the only hazard is that a version is unusable, which ``refusedByOwnKernel`` says.
  private var safety: Remark? {
    var unsafe = Set(cells(of: .careful).filter { !$0.judgement.verdict.isSound }.map(\.judgement.verdict))
    guard !unsafe.isEmpty else { return Remark(text: "Careful users are never misled", style: .green) }
    unsafe.remove(.unusable)
    guard !unsafe.isEmpty else { return nil }
    let names = Matrix.Verdict.allCases.filter(unsafe.contains).map(\.words).joined(separator: ", ")
    return Remark(text: "Even careful users meet hazards (\(names))", style: .red)
  }

  /// What a newer binary gets from an older kernel as long as it uses nothing new.
  private var newUserOnOldKernel: Remark? {
    let newer = cells(of: .careful).filter { $0.user.version > $0.kernel && $0.user.features == 0 }
    guard !newer.isEmpty else { return nil }
    let errnos = Set(newer.compactMap(\.judgement.errno).map(\.description)).sorted()
    guard !errnos.isEmpty else { return Remark(text: "a new user runs on an old kernel", style: .green) }
    return Remark(
      text: "a new user needs a fallback on an old kernel (\(errnos.joined(separator: ", ")))", style: .yellow
    )
  }

  private var garbageOnOldKernel: Remark? {
    let refused = cells(of: .garbage).filter {
      $0.user.features == 0 && $0.kernel < $0.user.version && $0.judgement.verdict == .rejected
    }
    let careful = Set(
      cells(of: .careful).filter { $0.judgement.verdict == .rejected && $0.user.features == 0 }
        .map { [$0.user.version, $0.kernel] })
    guard refused.contains(where: { !careful.contains([$0.user.version, $0.kernel]) }) else { return nil }
    return Remark(text: "callers must zero the fields they do not use", style: .yellow)
  }

  /// The mistakes that some kernel does not report.
  private var mistakes: [Remark] {
    Matrix.Habit.allCases.filter { $0 != .careful }.compactMap { habit in
      // That a version is unusable is no habit's fault.
      let bad = Set(cells(of: habit).map(\.judgement.verdict).filter { !$0.isSound && $0 != .unusable })
      guard let worst = Matrix.Verdict.allCases.last(where: bad.contains) else { return nil }
      let effect: String? =
        switch worst {
        case .silentlyIgnored: "goes unnoticed"
        case .garbageRead: "makes the kernel act on bytes nobody set"
        case .outOfBounds: "makes the kernel read beyond the struct"
        case .torn: "makes the kernel act on two states"
        case .accepted, .rejected, .unusable: nil
        }
      return effect.map { Remark(text: "\(habit.words) \($0)", style: .red) }
    }
  }
}

extension Matrix.Habit {
  /// The habit as the subject of a sentence.
  fileprivate var words: String {
    switch self {
    case .careful: "care"
    case .garbage: "garbage"
    case .missingFlag: "a forgotten flag"
    case .strayFlag: "a stray flag"
    case .unsetSize: "a size left 0"
    }
  }
}
