import CommandLineKit
import ExtensibleStructs
import KernelInterfaces
import RaceAnalysis
import UAPICatalog

/// `extstruct race`: what a second thread can do to a struct while the kernel reads it.
enum RaceCommand {
  static let structure = Positional(
    "STRUCT", .optional,
    help: "A struct of `extstruct list`, \(Catalog.fileHelp); kvm_userspace_memory_region if left out.")
  static let scheme = Option(
    "--scheme", value: "S", isRepeatable: true, allowed: RaceSubject.schemeNames,
    help: "Only this scheme, right and wrong.")
  static let recheck = Option(
    "--recheck", value: "R", allowed: Scheme.Recheck.allCases.map(\.rawValue),
    help: "Only kernels that read twice and compare this much.")
  static let granularity = Option(
    "--granularity", value: "G", allowed: RaceGranularity.allCases.map(\.rawValue), default: "byte",
    help: "Where writes land inside a copy: page as real faults show, or at every word or byte.")
  static let writes = Option(
    "--writes", value: "N",
    help: "The most writes of the second thread; by default 4 for one extension, 3 for up to three, else 2.")
  static let noReplay = Option("--no-replay", help: "Do not ask the running kernel.")

  static let command = Command(
    "race", summary: "Try every interleaving of a second thread with the kernel's reads.",
    discussion: """
      The second thread flips gate bits and others, changes the size, changes the bytes of extensions, and puts
      things back, in every order. Each of its writes lands before, between or inside the kernel's fetches.
      For each scheme and its known mistakes, a property holds over every schedule, or the shortest
      counterexample is shown.

      validated: the size or flags that were checked are those acted on. gated: no byte of an extension is acted
      on that was not fetched, or that the flags do not open. beyond: no read goes beyond what the caller declared.
      Every sound scheme guarantees these three.
      one state: the kernel's struct equals the memory at one point in time; no scheme guarantees that for more
      than a word.

      Schedules that one page fault can produce are replayed on the running kernel by userfaultfd; one that ends
      otherwise there makes the exit status 1.
      """,
    positionals: [structure], options: [scheme, recheck, granularity, writes, noReplay] + Output.options,
    examples: [
      .init("", "What would go wrong?"),
      .init("--scheme flag-first --recheck none", "The counterexample."),
    ]
  ) { arguments, console in
    let name = arguments.value(of: structure) ?? "kvm_userspace_memory_region"
    let file = try Catalog.file(name)
    let found = try file.map { CatalogEntry(of: $0) } ?? Catalog.structure(name)
    let bound =
      try arguments.integer(of: writes, in: 1...RaceReport.greatestWrites)
      ?? RaceReport.defaultWrites(for: found.history)
    let subjects = try subjects(
      of: found.history, named: arguments.values(of: scheme),
      recheck: arguments.value(of: recheck).flatMap(Scheme.Recheck.init))
    guard !subjects.isEmpty else {
      throw UsageError(
        "no kernel of that scheme re-checks in that way; leave out --recheck or name another --scheme")
    }
    let output = try Output(arguments)
    var progress = Progress(
      "Racing", total: RaceReport.steps(found.history, subjects, writes: bound), on: console)
    var report = RaceReport(
      found.history, subjects: subjects,
      granularity: arguments.value(of: granularity).flatMap(RaceGranularity.init) ?? .byte, writes: bound
    ) { progress.advance() }
    progress.finish()
    if !arguments.has(noReplay) {
      var progress = Progress("Replaying", on: console)
      report.replay =
        if let file {
          try RaceReplay(of: file) { progress.advance() }
        } else { try RaceReplay(of: found.name) { progress.advance() } }
      progress.finish()
    }
    try output.show(report, on: &console)
    return report.replay?.disagreements.isEmpty == false ? .checkFailed : .success
  }

  /// What is raced: what is compared by default, or what was asked for by name.
  ///
  /// - Throws: ``InterfaceError`` if a scheme that was named cannot carry the struct.
  private static func subjects(
    of history: History, named names: [String], recheck: Scheme.Recheck?
  ) throws -> [RaceSubject] {
    if names.isEmpty { return RaceSubject.all(for: history).selected(schemes: [], recheck: recheck) }
    let named = RaceSubject.every(for: history).selected(schemes: names)
    for subject in named { _ = try Interface(prototype: history, subject.scheme) }
    return named.selected(schemes: [], recheck: recheck)
  }
}
