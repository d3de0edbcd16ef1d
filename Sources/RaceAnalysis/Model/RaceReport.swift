public import ExtensibleStructs
import KernelInterfaces
import LinuxSystem
import Synchronization

/// A struct read by the kernel while a second thread writes to it, under each scheme and its known mistakes.
///
///     let report = try RaceReport(Quota.self)
///     print(report)
public struct RaceReport: Sendable {
  /// The struct.
  public let history: History
  /// Where writes could land inside a copy.
  public let granularity: RaceGranularity
  /// The most stores that a writer made.
  public let writes: Int
  /// The schemes that were tried, in the order in which they were given.
  public private(set) var races: [Race] = []
  /// Schemes that cannot carry this struct, with the reason.
  public private(set) var omitted: [String] = []
  /// What became of the schedules that were replayed on the running kernel; nil if none was asked for.
  package var replay: RaceReplay?

  /// The most stores that a writer makes if nothing else is asked for: fewer, the more there is to write.
  public static func defaultWrites(for history: History) -> Int {
    switch history.versions.count {
    case ...2: 4
    case ...4: 3
    default: 2
    }
  }

  /// The most stores that a writer may make at all; the number of writers grows with their power.
  public static let greatestWrites = 8

  /// How often ``init(_:subjects:granularity:writes:progress:)`` calls its closure.
  public static func steps(_ history: History, _ subjects: [RaceSubject], writes: Int) -> Int {
    subjects.reduce(0) { $0 + (writes + 1) * ((try? Race.starts(of: history, $1)) ?? 0) }
  }

  /// Tries every schedule of a second thread with the kernel's reads of a struct.
  ///
  /// - Parameters:
  ///   - history: The struct.
  ///   - subjects: The schemes, ``RaceSubject/all(for:)`` if none is given; ``omitted`` names those that cannot carry
  ///     the struct.
  ///   - granularity: Where writes can land inside a copy.
  ///   - writes: The most stores that a writer makes; ``defaultWrites(for:)`` if not given.
  ///   - progress: Is called as often as ``steps(_:_:writes:)`` says, by one thread at a time, not always this one.
  public init(
    _ history: History, subjects: [RaceSubject]? = nil, granularity: RaceGranularity = .byte,
    writes: Int? = nil, progress: () -> Void = {}
  ) {
    let subjects = subjects ?? RaceSubject.all(for: history)
    self.history = history
    self.granularity = granularity
    self.writes = writes ?? RaceReport.defaultWrites(for: history)
    var reasons: [String: String] = [:]
    let results = RaceReport.run(
      history, subjects, granularity: granularity, writes: self.writes, progress: progress)
    for (subject, result) in zip(subjects, results) {
      switch result {
      case .success(let race): races.append(race)
      case .failure(let error): reasons[subject.scheme.name] = "\(error)"
      }
    }
    // One reason for the schemes that share it, in their order.
    for subject in subjects {
      guard let reason = reasons[subject.scheme.name] else { continue }
      let names = reasons.filter { $0.value == reason }.map(\.key)
      var ordered: [String] = []
      for name in subjects.map(\.scheme.name) where names.contains(name) && !ordered.contains(name) {
        ordered.append(name)
      }
      omitted.append("\(ordered.joined(separator: ", ")): \(reason)")
      for name in names { reasons[name] = nil }
    }
  }

  /// Races the schemes, two at a time; progress is called by one thread at a time.
  private static func run(
    _ history: History, _ subjects: [RaceSubject], granularity: RaceGranularity, writes: Int,
    progress: () -> Void
  ) -> [Result<Race, InterfaceError>] {
    let calls = Mutex(())
    let results = Mutex<[Int: Result<Race, InterfaceError>]>([:])
    onTwoThreads(subjects.count) { index in
      let result: Result<Race, InterfaceError>
      do throws(InterfaceError) {
        result = .success(
          try Race(history, subjects[index], granularity: granularity, writes: writes) {
            calls.withLock { _ in progress() }
          })
      } catch { result = .failure(error) }
      results.withLock { $0[index] = result }
    }
    return results.withLock { results in subjects.indices.compactMap { results[$0] } }
  }

  /// Tries every schedule of a second thread with the kernel's reads of a declared struct.
  ///
  /// The parameters are those of ``init(_:subjects:granularity:writes:progress:)``.
  ///
  /// - Throws: ``DeclarationError`` if the declaration is wrong.
  public init<S: DeclaredStruct>(
    _ type: S.Type, subjects: [RaceSubject]? = nil, granularity: RaceGranularity = .byte,
    writes: Int? = nil, progress: () -> Void = {}
  ) throws(DeclarationError) {
    self.init(
      try History(type), subjects: subjects, granularity: granularity, writes: writes, progress: progress)
  }

  /// How many schedules were run, over all schemes.
  public var schedules: Int { races.reduce(0) { $0 + $1.schedules } }

  /// Schedules per second, over all schemes.
  public var rate: Double {
    let duration = races.reduce(Duration.zero) { $0 + $1.duration }
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    return seconds > 0 ? Double(schedules) / seconds : 0
  }
}
