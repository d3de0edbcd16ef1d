import CommandLineKit
import Documents
import ExtensibleStructs
import InterfaceAnalysis
import KernelInterfaces
import UAPICatalog

/// `extstruct explain`: what a kernel does with a call, step by step.
enum ExplainCommand {
  static let name = Positional(
    "NAME", help: "An interface of `extstruct list`, \(Catalog.fileHelp); with --scheme, a struct.")
  static let scheme = Option(
    "--scheme", value: "S", allowed: Scheme.names,
    help: "Explain the struct under this scheme, as a prototype, and not as a release takes it.")
  static let release = Option(
    "--release", value: "R", help: "Which release is explained; the newest that is described if left out.")
  static let line = Option(
    "--case", value: "LINE",
    help: "A case as `extstruct eval` takes it: shows where that call stops, and why.")

  static let command = Command(
    "explain", summary: "List what a kernel checks of a call, in its order, and where a case stops.",
    discussion: """
      Each step has its counterpart in C, where `arg` is the kernel's copy of the struct, and the errno that a
      failure is answered with. The simulated kernel interprets this very list, so what `eval` and `verify` say
      of a refusal names a step of it.

      The JSON has `interface`, `release` (null for a prototype), `direction` and `steps`: each with `step`, `c`,
      `errno` (null if it cannot fail) and `reads`: [offset, length] of the user memory that it fetches, at most
      (null if none; a length of null if nothing bounds it). With --case also `stopsAt`, the index of the step
      that refuses the call or null, and `result`.
      """,
    positionals: [name], options: [scheme, release, line] + Output.options,
    examples: [
      .init("sched_setattr", "The order of checks of the newest release."),
      .init("openat2 --release 5.8", "Before the size had a maximum."),
      .init("kvm_userspace_memory_region --scheme flag-first", "A scheme that no kernel has."),
      .init(#"openat2 --case '{"usize":25,"memory":"00"}'"#, "Why this call is refused."),
    ]
  ) { arguments, console in
    let output = try Output(arguments)
    let given = try arguments.required(name)
    let release = try arguments.value(of: release).map(Release.named)
    let interface = try interface(given, arguments.value(of: scheme), release)
    let explanation = try Explanation(
      interface, release: release,
      case: arguments.value(of: line).map { try evalCase($0, of: interface.name) })
    try output.show(explanation, on: &console)
    return .success
  }

  /// The interface with this name, or a prototype of the struct under a scheme.
  private static func interface(_ name: String, _ scheme: String?, _ release: Release?) throws -> Interface {
    guard let scheme else {
      if try Catalog.interfaces().contains(where: { $0.name == name }) { return try Catalog.interface(name) }
      if try Catalog.structures().contains(where: { $0.name == name }) {
        throw UsageError("\(name) is a struct; say with --scheme how it is taken, or name an interface")
      }
      return try Catalog.interface(name)
    }
    if let release { throw UsageError("a prototype is in no release: leave out --release \(release)") }
    let structure =
      try Catalog.file(name).map { CatalogEntry(of: $0) }
      ?? Catalog.structure(Catalog.subject(name).history.name)
    guard let found = try Catalog.schemes(named: [scheme], for: structure).first else {
      throw UsageError("\(scheme) is no scheme for \(name)")
    }
    return try Interface(prototype: structure.history, found)
  }

  /// The case in one line of JSON, which may leave the interface out.
  private static func evalCase(_ line: String, of interface: String) throws -> EvalCase {
    var json = try JSONObject(parsing: Array(line.utf8))
    json.members.removeValue(forKey: "id")
    if json["interface"] == nil { json.members["interface"] = .string(interface) }
    let given = try EvalCase(json)
    guard given.interface == interface else {
      throw UsageError("the case is one of \(given.interface), and \(interface) is explained")
    }
    return given
  }
}
