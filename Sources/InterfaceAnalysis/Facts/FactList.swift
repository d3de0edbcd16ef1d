import Documents
import ExtensibleStructs
public import KernelInterfaces

/// The facts of an interface in words, each with the kernels that confirmed it.
///
///     print(FactList(try Catalog.openat2()))
public struct FactList: Sendable {
  /// The interface.
  public let interface: Interface
  /// Its facts, in the order in which kernels look.
  package let rows: [Row]

  /// One fact.
  package struct Row: Hashable, Sendable {
    /// The fact.
    package var fact: Fact
    /// What it says, in words.
    package var words: String
    /// The kernels that were asked and answered so.
    package var kernels: [Release]
  }

  /// Lists the facts of an interface.
  public init(_ interface: Interface) {
    self.interface = interface
    var before: Scheme?
    rows = interface.facts.map { fact in
      let words = fact.statement.words(in: interface.history, after: before)
      if case .call(_, let scheme) = fact.statement { before = scheme }
      return Row(fact: fact, words: words, kernels: interface.kernels(confirming: fact))
    }
  }
}

extension Fact.Statement {
  /// What kind of statement it is, in one word.
  var kind: String {
    switch self {
    case .call: "call"
    case .flags: "flags"
    case .rule: "rule"
    case .number: "number"
    case .absent: "absent"
    case .notDescribed: "not-described"
    }
  }

  /// What is said; of a scheme, what differs from the one before it.
  func words(in history: History, after before: Scheme?) -> String {
    switch self {
    case .call(let index, let scheme):
      let version = history.versions[index]
      let policies = scheme.policies(of: history)
      let earlier = before?.policies(of: history) ?? []
      let changed = Set(policies).subtracting(earlier)
      let names = Set(policies.map(\.name))
      let gone = earlier.map(\.name).filter { !names.contains($0) }
      let opened = version.gate == 0 ? "" : ", opened by flags \(hex(version.gate))"
      let conflicts = before == nil ? history.flags?.conflicts ?? [] : []
      return
        (["\(version.name), \(version.size) bytes\(opened)"]
        + policies.filter(changed.contains).map(\.description) + gone.map { "\($0): no longer" }
        + conflicts.map {
          "flags \(hex($0.bits)) exclude \(hex($0.excluded))"
        }).joined(separator: "; ")
    case .flags(0): return "no flag is known"
    case .flags(let bits): return "flags \(hex(bits)) are known"
    case .rule(let rule): return rule.words
    case .number(let number):
      return "flags argument \(hex(number.flags)) with NULL and size 0 asks for a number"
        + (number.value.map { ": \($0)" } ?? ", which is not described")
    case .absent(let errno, let null):
      return "the call is not there: \(errno)" + (null.map { ", \($0) for NULL" } ?? "")
    case .notDescribed(let reason): return "not described: \(reason)"
    }
  }
}

extension MemberRule {
  /// The rule as a sentence.
  var words: String {
    let demand =
      switch demand {
      case .noneOf(.max): "is 0"
      case .noneOf(let bits): "has none of \(words(of: bits))"
      case .allOf(let bits): "has all of \(words(of: bits))"
      case .anyOf(.max): "is not 0"
      case .anyOf(let bits): "has one of \(words(of: bits))"
      case .powerOfTwo: "is a power of two"
      case .within(let range): "is \(number(range.lowerBound)) to \(number(range.upperBound))"
      }
    let condition = condition.map {
      " if \($0.field) has \($0.isSet ? "one" : "none") of \(words(of: $0.bits))"
    }
    let argument = argument.map {
      " if the flags argument has \($0.isSet ? "one" : "none") of \(words(of: $0.bits))"
    }
    let exempt = exempt.map { ", unless the caller has \($0.rawValue)" } ?? ""
    return "\(field) \(demand)\(condition ?? "")\(argument ?? "")\(exempt), else \(errno)"
  }

  /// A mask, or its complement where that is the shorter one.
  private func words(of bits: UInt64) -> String {
    if bits == .max { return "its bits" }
    return bits.nonzeroBitCount > 32 ? "~\(hex(~bits))" : hex(bits)
  }

  private func number(_ value: UInt64) -> String {
    value < 1 << 16 ? "\(value)" : hex(value)
  }
}
