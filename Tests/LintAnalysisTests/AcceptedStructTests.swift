import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog

@testable import LintAnalysis

/// The structs that lint asks kernels about.
@Suite struct ProbeTests {
  /// Every interface of the catalog that takes a struct in.
  static func interfaces() throws -> [Interface] { try Catalog.interfaces().filter { $0.direction == .in } }

  static func expectTaken(_ codec: Codec, _ place: String) throws {
    let bytes = try #require(AcceptedStruct(kernel: codec, size: codec.size).bytes(), "no struct: \(place)")
    #expect(bytes.count == codec.size, "\(place)")
    let isArray = codec.scheme.size.source == .elements
    var memory = PagedMemory(bytes, pages: [.init(0..<bytes.count)])
    var kernel = [UInt8](repeating: 0, count: codec.roomNeeded)
    do {
      _ = try SimulatedKernel.take(
        codec, from: &memory, usize: isArray ? 1 : UInt64(bytes.count), into: &kernel)
    } catch { Issue.record("\(place): \(error)") }
    #expect(codec.sees(bytes) != nil, "\(place)")
  }

  @Test func everyVersionTakesItsProbe() throws {
    for interface in try Self.interfaces() {
      for version in interface.history.versions.indices {
        try Self.expectTaken(
          Codec(interface, version: version), "\(interface.name) \(interface.history.versions[version].name)")
      }
    }
  }

  @Test func everyReleaseTakesItsProbe() throws {
    for interface in try Self.interfaces() {
      for behavior in interface.behaviors {
        try Self.expectTaken(Codec(interface, behavior: behavior), "\(interface.name) \(behavior)")
      }
    }
  }

  @Test func everyKnownFlagIsTaken() throws {
    // Each known bit, with what the rules want beside it.
    for interface in try Self.interfaces() where interface.history.flags != nil {
      let codec = try Codec(interface)
      for bit in (0..<64).map({ UInt64(1) << $0 }) where codec.knownFlags & bit != 0 {
        let place = "\(interface.name) 0x\(String(bit, radix: 16))"
        guard let bytes = AcceptedStruct(kernel: codec, size: codec.size).bytes(with: bit) else {
          #expect(Self.refused[interface.name, default: 0] & bit != 0, "no struct: \(place)")
          continue
        }
        #expect(Self.refused[interface.name, default: 0] & bit == 0, "\(place)")
        #expect(codec.flags.value(in: bytes) & bit != 0 && codec.sees(bytes) != nil, "\(place)")
      }
    }
  }

  /// Known bits that a rule refuses all the same: a way to keep access times that has no meaning.
  static let refused: [String: UInt64] = ["mount_setattr": 0x40, "open_tree_attr": 0x40]

  @Test func whatTheUserDoesNotHaveIsZero() throws {
    let history = try RuleTests.history([("extra", 2)])
    let rule = MemberRule("base", .anyOf(0x30), unless: "extra", has: .max)
    let interface = try Interface(
      "call", history: history,
      facts: [Fact(.call(version: 1, .sizeArgument), .assumed()), Fact(.rule(rule), .assumed())])
    let codec = try Codec(interface)
    #expect(
      AcceptedStruct(kernel: codec, size: 24).bytes() == [UInt8](repeating: 0, count: 8) + [0x10] + zeros(15))
    #expect(
      AcceptedStruct(kernel: codec, size: 16).bytes() == [UInt8](repeating: 0, count: 8) + [0x10] + zeros(7))
  }

  @Test func gatesAndPadsAreKept() throws {
    let history = try RuleTests.history([("extra", 2)], pad: 8)
    func flags(_ rule: MemberRule) throws -> UInt64? {
      let facts = [
        Fact(.call(version: 1, .staticPadChecked(to: 32)), .assumed()), Fact(.rule(rule), .assumed()),
      ]
      let codec = try Codec(Interface("call", history: history, facts: facts))
      return AcceptedStruct(kernel: codec, size: 32).bytes().map { codec.flags.value(in: $0) }
    }
    // What the rule wants lies behind a gate, which has to be open.
    #expect(try flags(MemberRule("extra", .anyOf(.max))) == 2)
    #expect(try flags(MemberRule("base", .anyOf(.max))) == 0)
    #expect(try flags(MemberRule("pad", .anyOf(.max))) == nil)
  }

  @Test func arraysOfStructsThatGrew() throws {
    let history = try RuleTests.history([("extra", 2)])
    let scheme = Scheme("array", size: .elements(.init(1, through: 8, else: .EINVAL)))
    // The stride cannot grow: an older element is too short.
    #expect(try RuleTests.rules(history, under: scheme).contains(.oldStructRefused))
  }
}

private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
