import CDeclarations
import KernelInterfaces

/// What is known of a struct beyond its layout, from both headers.
struct StructContext {
  var name: String
  var old: CLayout
  var new: CLayout
  /// How it travels, where that is known by name.
  var travel: StructTravel?
  /// Its version constants in the new headers.
  var versions: [VersionConstant]
  /// The ioctls whose number holds its size, if that number changed.
  var ioctls: [IoctlChange]
  /// Its flags that are new.
  var newFlags: [CConstant]
  /// Whether it has flags with names of its own.
  var hasFlagNames: Bool
}

/// Ways in which a struct that grew may travel, the first that fits being the one that judges it.
///
/// A row is what has to be known of the struct, the rule, and what the message says of it.
struct GrowthRule: Sendable {
  var rule: DiffRule
  var reason: @Sendable (StructContext) -> String?

  static let table: [GrowthRule] = [
    GrowthRule(rule: .grownByNumber) {
      if case .number(let call) = $0.travel { "its size is in the number of \(call)" } else { nil }
    },
    GrowthRule(rule: .grownOutput) {
      if case .handedOut(let how) = $0.travel { "it is handed out \(how)" } else { nil }
    },
    GrowthRule(rule: .grownByDRM) { context in
      guard let change = context.ioctls.first(where: \.isDRM) else { return nil }
      return change.words
    },
    GrowthRule(rule: .grownByIoctl) { $0.ioctls.first?.words },
    GrowthRule(rule: .grownBySizeMember) {
      if case .sizeMember(let member) = $0.travel { return "its size is in `\(member)`" }
      return StructTravel.sizeMember(of: $0.old).map { "its size is in `\($0)`" }
    },
    GrowthRule(rule: .grownByArgument) {
      if case .sizeArgument(let call) = $0.travel { "its size is an argument of \(call)" } else { nil }
    },
    GrowthRule(rule: .grownByVersion) { context in
      // A struct with published sizes travels with its size, whatever says it.
      guard let last = context.versions.last else { return nil }
      return "its sizes are published, the last as \(last.name)"
    },
    GrowthRule(rule: .grownByFlag) { context in
      guard !context.newFlags.isEmpty, StructTravel.flagsMember(of: context.old) != nil else { return nil }
      return "no size travels with it, and \(listed(context.newFlags.map(\.name))) "
        + (context.newFlags.count == 1 ? "is a new flag" : "are new flags")
    },
    GrowthRule(rule: .grownWithoutFlag) { context in
      guard let flags = StructTravel.flagsMember(of: context.old), context.hasFlagNames || context.isFlagFirst
      else { return nil }
      return "no size travels with it, and `\(flags.path)` has no new flag"
    },
    GrowthRule(rule: .grownUnsized) { _ in "nothing in the headers says how its size travels" },
  ]

  /// The finding for a struct that grew.
  static func finding(_ growth: Growth, _ context: StructContext) -> DiffFinding {
    for row in table {
      guard let reason = row.reason(context) else { continue }
      // A union that grew unannounced is what is wrong, not the end of the struct.
      let isUnsized = [.grownByFlag, .grownWithoutFlag, .grownUnsized].contains(row.rule)
      let rule = growth.isUnion && isUnsized && !context.new.isUnion ? .unionGrew : row.rule
      return DiffFinding(
        rule, growth.members.first, at: growth.offset,
        "The struct \(growth.words)\(rule == .unionGrew ? ", longer than the union was" : ""); \(reason).")
    }
    return DiffFinding(.grownUnsized, growth.members.first, at: growth.offset, "The struct \(growth.words).")
  }
}

extension StructContext {
  fileprivate var isFlagFirst: Bool { if case .flags = travel { true } else { false } }

  /// Whether one of two words begins with the other.
  private func alike(_ left: Substring, _ right: Substring) -> Bool {
    if left == right { return true }
    return left.count > 3 && right.count > 3 && (left.hasPrefix(right) || right.hasPrefix(left))
  }

  /// The new flag that opens a new member, by its name; nil if none is named so.
  func flag(opening member: String) -> CConstant? {
    let words: [Substring] = member.lowercased().split { $0 == "_" || $0 == "." }.filter { $0.count > 2 }
    return newFlags.first { flag in
      flag.name.lowercased().split(separator: "_").contains { word in words.contains { alike($0, word) } }
    }
  }
}
