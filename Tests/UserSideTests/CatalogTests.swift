import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog
import UserSide

/// The whole catalog on every release that is described: a program of the newest version.
///
/// What a release knows is read from the facts here, without the negotiation's help: the last fact that names the call,
/// and the flags of all facts that hold.
struct CatalogTests {
  /// What a release knows of an interface, read from its facts.
  private struct Known {
    var version: Int
    var flags: UInt64

    /// Nil if the release does not have the call.
    init?(_ interface: Interface, _ release: Release) {
      var found: Int?
      var flags: UInt64?
      for fact in interface.facts {
        let holds = fact.range.contains(release)
        switch fact.statement {
        case .call(let version, _) where holds: found = version
        case .flags(let bits): flags = (flags ?? 0) | (holds ? bits : 0)
        default: break
        }
      }
      guard let found else { return nil }
      version = found
      let gates = interface.history.versions[...found].reduce(0) { $0 | $1.gate }
      self.flags = (flags ?? interface.history.flags?.known ?? 0) | gates
    }
  }

  /// Every release at which something changes, that a simulated kernel answers.
  private static func releases(_ interface: Interface) -> [Release] {
    let all =
      (0...26).map { Release(5, $0) }.prefix(20) + (0...19).map { Release(6, $0) }
      + (0...3).map { Release(7, $0) } + [Release(3, 10), Release(3, 14, 20), Release(4, 4), Release(4, 19)]
      + [
        Release(5, 10, 223), Release(6, 1, 190), Release(6, 12, 43), Release(6, 12, 118), Release(6, 18, 44),
      ]
    return all.filter { interface.status(in: $0).whyNotDescribed("") == nil }
  }

  /// The samples that make the first version valid.
  private func valid(_ interface: Interface) -> [String: UInt64] {
    let end = interface.history.versions[0].size
    let flags = interface.history.flags?.field.name
    var values: [String: UInt64] = [:]
    for (name, value) in interface.call?.samples ?? [:] {
      guard let field = interface.history.layout.field(name), field.range.upperBound <= end else { continue }
      switch value {
      // The flags of the first version alone.
      case .constant(let integer): values[name] = name == flags ? integer & oldest(interface) : integer
      case .room, .string, .bytes: values[name] = 0x7000_0000
      case .file: values[name] = 5
      }
    }
    return values
  }

  /// The flags that every release knows that has the call.
  private func oldest(_ interface: Interface) -> UInt64 {
    Self.releases(interface).compactMap { Known(interface, $0)?.flags }.reduce(.max, &)
  }

  @Test func `who uses the first version alone is accepted wherever the call is`() throws {
    var (accepted, lacked) = (0, 0)
    for interface in try Catalog.interfaces() {
      let given = bytes(of: interface, valid(interface))
      for release in Self.releases(interface) {
        let kernel = SimulatedKernel(.release(release))
        // A struct that is valid there, to begin with: what a release demands of values is no matter of versions.
        let found = try negotiate(interface, given, on: kernel)
        switch (Known(interface, release), found.end) {
        case (nil, .noCall(let older, _)):
          #expect(older == interface.older.first?.name)
          lacked += 1
        case (nil, .agreed): #expect(!interface.older.isEmpty, "\(interface.name) in \(release)")
        case (nil, .other(let words)):
          // A multiplexer answers EINVAL to what it does not know.
          #expect(
            words.contains("a kernel without the call answers so too"), "\(interface.name) in \(release)")
          lacked += 1
        case (.some, .agreed(_, [], _)): accepted += 1
        default: Issue.record("\(interface.name) in \(release): \(found.end)")
        }
      }
    }
    print("first version: \(accepted) accepted, \(lacked) kernels without the call")
    #expect(accepted > 1500 && lacked > 300)
  }

  @Test func `an error names the newest extension's members where they are lacking`() throws {
    var (accepted, named, lacked) = (0, 0, 0)
    for interface in try Catalog.interfaces() where interface.newest.version > 0 {
      let added = interface.history.extensions[interface.newest.version - 1]
      var values = valid(interface)
      let isOut = interface.direction == .out
      // One that lies in the first bytes of a pad, and is harmless: the sample, or 1.
      let field = try #require(added.fields.first)
      if !isOut { values[field.name] = 1 }
      if let flags = interface.history.flags?.field, added.gate != 0 {
        values[flags.name] = (values[flags.name] ?? 0) | (added.gate & (~added.gate + 1))
      }
      let given = bytes(of: interface, values)
      for release in Self.releases(interface) {
        let found = try negotiate(
          interface, given, needing: isOut ? [field.name] : [], on: SimulatedKernel(.release(release)))
        let place = "\(interface.name) in \(release): \(found.end)"
        let known = Known(interface, release)
        switch found.end {
        case .agreed(_, [], let unproven):
          // A kernel that lacks it took the call all the same: the agreement says that this is possible.
          if known?.version ?? 0 < interface.newest.version {
            #expect(unproven.contains(field.name), "\(place)")
          }
          accepted += 1
        case .agreed: Issue.record("\(place): dropped")
        case .lacks(let members), .mayLack(let members):
          #expect(members.contains(field.name), "\(place)")
          #expect((known?.version ?? -1) < interface.newest.version, "\(place)")
          named += 1
        case .noCall(_, let lost):
          #expect(known == nil, "\(place)")
          if !interface.older.isEmpty { #expect(lost.contains(field.name), "\(place)") }
          lacked += 1
        case .other(let words):
          // A value that the release does not take, or a flag: it is named.
          let names = added.fields.map(\.name) + (interface.history.flags.map { [$0.field.name] } ?? [])
          #expect(known == nil || names.contains { words.contains($0) }, "\(place)")
          named += 1
        }
      }
    }
    print("newest extension: \(accepted) accepted, \(named) named, \(lacked) kernels without the call")
    #expect(accepted > 50 && named > 50)
  }
}
