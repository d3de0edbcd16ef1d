public import ExtensibleStructs

/// A scheme as a kernel may get it right or wrong: what is tried.
public struct RaceSubject: Hashable, Sendable {
  /// Where the kernel's code looks for the size, once the struct is in.
  public enum Trust: String, Hashable, Sendable {
    /// It keeps the size that it has checked beside the struct.
    case judged
    /// It reads the size member of the struct that it copied.
    case copy
  }

  /// What distinguishes it from others of the same scheme; empty for the scheme itself.
  public var variant: String
  /// The scheme.
  public var scheme: Scheme
  /// Where later code looks for the size.
  public var trust: Trust
  /// Whether it is a known mistake, of which a counterexample is expected.
  public var isMistake: Bool
  /// Whether the kernel, whatever its version, reads the first version's bytes alone.
  public var readsVersion0: Bool

  /// Names a scheme to race.
  public init(
    _ scheme: Scheme, variant: String = "", trust: Trust = .judged, isMistake: Bool = false,
    readsVersion0: Bool = false
  ) {
    self.scheme = scheme
    self.variant = variant
    self.trust = trust
    self.isMistake = isMistake
    self.readsVersion0 = readsVersion0
  }

  /// The scheme's name and the variant's.
  public var name: String { variant.isEmpty ? scheme.name : "\(scheme.name), \(variant)" }

  /// The schemes of the discussion, what is near them, and their mistakes: what is compared if none is given.
  public static func all(for history: History) -> [RaceSubject] {
    single(history) + sizePrefixed + (history.flags == nil ? [] : flagFirst) + both
  }

  /// Every scheme of ``schemeNames`` and its mistakes, whether or not it can carry the struct.
  package static func every(for history: History) -> [RaceSubject] {
    let compared = single(history) + sizePrefixed + flagFirst + both
    let names = Set(compared.map(\.scheme.name))
    // The others read the struct once, as far as both sides have it.
    return compared
      + Scheme.all(for: history).filter { !names.contains($0.name) }.map {
        RaceSubject($0, variant: "one copy")
      }
  }

  /// Schemes that read the struct once.
  static func single(_ history: History) -> [RaceSubject] {
    [
      RaceSubject(.staticPad(to: Scheme.paddedSize(for: history)), variant: "one copy"),
      RaceSubject(.newIoctl, variant: "one copy"),
      RaceSubject(.argsz, variant: "one copy", readsVersion0: true),
      RaceSubject(.unversioned, variant: "one copy", isMistake: true),
    ]
  }

  /// The size is read alone, then the whole struct.
  static let sizePrefixed: [RaceSubject] = [
    RaceSubject(.sizePrefixed, variant: "as sched_setattr"),
    RaceSubject(.sizePrefixed.with { $0.second?.used = .first }, variant: "as perf_event_open"),
    RaceSubject(.sizePrefixed.with { $0.second?.recheck = .deciding }, variant: "re-check deciding"),
    RaceSubject(.sizePrefixed, variant: "copy's size trusted", trust: .copy, isMistake: true),
  ]

  /// The flags are read alone, then as many bytes as they mean.
  static let flagFirst: [RaceSubject] = [
    RaceSubject(.flagFirst, variant: "re-check deciding"),
    RaceSubject(.flagFirst.with { $0.second?.recheck = .all }, variant: "re-check all"),
    RaceSubject(
      .flagFirst.with {
        $0.second?.recheck = .none
        $0.input?.flagBeyondSize = .ignored
        $0.second?.used = .first
      }, variant: "no re-check, first put back"),
    RaceSubject(
      .flagFirst.with {
        $0.second?.recheck = .none
        $0.input?.flagBeyondSize = .ignored
      }, variant: "no re-check", isMistake: true),
    RaceSubject(
      .flagFirst.with { $0.second?.recheck = .none }, variant: "no re-check, flags must fit", isMistake: true),
  ]

  /// The first version is read, with size and flags, then the whole struct.
  static let both: [RaceSubject] = [
    RaceSubject(.sizeAndFlagFirst, variant: "re-check all"),
    RaceSubject(.sizeAndFlagFirst.with { $0.second?.recheck = .deciding }, variant: "re-check deciding"),
    RaceSubject(
      .sizeAndFlagFirst.with { $0.second?.recheck = .none }, variant: "no re-check, copy trusted",
      trust: .copy,
      isMistake: true),
  ]
}

extension RaceSubject {
  /// The names of the schemes that can be raced: every named one, and VFIO's.
  package static var schemeNames: [String] { Scheme.names + [Scheme.argsz.name] }

  /// Whether the kernel reads the size or the flags twice.
  public var readsTwice: Bool { scheme.second != nil }
}

extension Array<RaceSubject> {
  /// Those of some schemes, all if none is named, that re-check as asked for.
  package func selected(schemes: [String], recheck: Scheme.Recheck? = nil) -> [RaceSubject] {
    filter { subject in
      (schemes.isEmpty || schemes.contains(subject.scheme.name))
        && (recheck == nil || subject.scheme.second?.recheck == recheck)
    }
  }
}
