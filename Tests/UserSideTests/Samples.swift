import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import UserSide

/// A struct of three versions, each extension behind a flag.
struct Parcel: ExtensibleStruct {
  var kind: UInt32 = 0
  var flags: UInt32 = 0
  var address: UInt64 = 0
  var limit: UInt64 = 0
  var cookie: UInt64 = 0
  var label: UInt64 = 0

  static let history = Declaration(Self.self, "parcel", flags: \.flags, known: 0b11) {
    Published("VER0", through: \.address)
    Published("VER1", through: \.limit, gate: 4)
    Published("VER2", through: \.label, gate: 8)
  }
}

/// The same without flags.
struct Plain: ExtensibleStruct {
  var kind: UInt64 = 0
  var address: UInt64 = 0
  var limit: UInt64 = 0
  var label: UInt64 = 0

  static let history = Declaration(Self.self, "plain") {
    Published("VER0", through: \.address)
    Published("VER1", through: \.limit)
    Published("VER2", through: \.label)
  }
}

/// A struct's bytes with these members set.
func bytes(of interface: Interface, _ values: [String: UInt64]) -> [UInt8] {
  let history = interface.history
  var bytes = [UInt8](repeating: 0, count: history.versions[interface.newest.version].size)
  for (name, value) in values {
    guard let field = history.layout.field(name) else { preconditionFailure("no member \(name)") }
    for index in 0..<min(8, field.size) where field.offset + index < bytes.count {
      bytes[field.offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
    }
  }
  return bytes
}

/// What came of a negotiation, short enough for a table.
enum End: Hashable, CustomStringConvertible {
  /// The version that was agreed on, the members that were dropped, and those that may have been ignored.
  case agreed(Int, dropped: [String] = [], unproven: [String] = [])
  /// The members that the kernel lacks for certain.
  case lacks([String])
  /// The members that it may lack.
  case mayLack([String])
  /// It lacks the call; what there is instead, and what that would drop.
  case noCall(String? = nil, dropping: [String] = [])
  case other(String)

  var description: String {
    switch self {
    case .agreed(let version, let dropped, let unproven):
      "agreed on VER\(version), dropped \(dropped), unproven \(unproven)"
    case .lacks(let names): "lacks \(names)"
    case .mayLack(let names): "may lack \(names)"
    case .noCall(let older, let lost): "no call, older \(older ?? "none"), dropping \(lost)"
    case .other(let words): words
    }
  }
}

func names(_ features: [UsedFeature]) -> [String] { features.flatMap { $0.members.map(\.name) }.sorted() }

/// Negotiates, and counts the calls.
func negotiate<K: CallableKernel>(
  _ interface: Interface, _ bytes: [UInt8], dropping: [Droppable] = [], needing: [String] = [], on kernel: K
) throws -> (end: End, tries: Int, limit: Int, error: NegotiationError?) {
  var kernel = kernel
  var negotiation: Negotiation
  do throws(NegotiationError) {
    negotiation = try Negotiation(interface, bytes: bytes, dropping: dropping, needing: needing)
  } catch { return (.other("\(error)"), 0, 0, error) }
  while let attempt = negotiation.attempt {
    guard negotiation.tries <= negotiation.limit else { break }
    if let query = attempt.query {
      negotiation.learn(try kernel.answer(query, of: negotiation.interface, given: nil))
    } else {
      negotiation.learn(try kernel.answer(attempt.call))
    }
  }
  do throws(NegotiationError) {
    guard let agreement = try negotiation.agreement() else {
      return (.other("no end"), negotiation.tries, negotiation.limit, nil)
    }
    let end = End.agreed(
      agreement.version, dropped: names(agreement.dropped), unproven: names(agreement.unproven))
    return (end, negotiation.tries, negotiation.limit, nil)
  } catch {
    let end: End =
      switch error.cause {
      case .lacking(let features, _, false): .lacks(names(features))
      case .lacking(let features, _, true): .mayLack(names(features))
      case .lacksCall(let older, let lost): .noCall(older, dropping: names(lost))
      case .undetermined, .flagForgotten, .refused: .other("\(error)")
      }
    return (end, negotiation.tries, negotiation.limit, error)
  }
}
