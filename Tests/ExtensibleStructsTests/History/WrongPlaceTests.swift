import ExtensibleStructs
import Testing

/// Two integers, an array and an embedded struct, with whatever else a test declares.
private struct Plain: ExtensibleStruct {
  struct Pair: BitwiseCopyable, Sendable {
    var low: UInt32 = 0
    var high: UInt32 = 0
  }
  var flags: UInt64 = 0
  var words: (UInt32, UInt32) = (0, 0)
  var pair = Pair()
  @TaskLocal static var declared: Place = .nothing
  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "plain", flags: \.flags) {
      declared
      Published("VER0", through: \.pair)
    }
  }
}

/// One item that is wrong.
private enum Place: DeclarationItem, CustomTestStringConvertible {
  case nothing
  case member(Plain.Member)
  case reserved(Plain.Reserved)

  func add(to outline: inout Outline) {}
  func add(to list: inout DeclarationList) {
    switch self {
    case .nothing: break
    case .member(let member): member.add(to: &list)
    case .reserved(let reserved): reserved.add(to: &list)
    }
  }
  var testDescription: String { "\(self)" }
}

extension DeclarationBuilder where S == Plain {
  fileprivate static func buildExpression(_ place: Place) -> Place { place }
}

@Suite("Members that are declared where none is")
struct WrongPlaceTests {
  private static let wrong: [(Place, DeclarationError.Cause, field: String?, byte: Int)] = [
    (.member(Plain.Member("a", at: 24, size: 8)), .outsideStruct(24), "a", 24),
    (.member(Plain.Member("a", at: 20, size: 8)), .outsideStruct(24), "a", 20),
    (.member(Plain.Member("a", at: -8, size: 8)), .outsideStruct(24), "a", -8),
    (.member(Plain.Member("a", at: 0, size: 0)), .outsideStruct(24), "a", 0),
    (.member(Plain.Member("a", at: .max, size: .max)), .outsideStruct(24), "a", .max),
    // Behind `flags`, which is what begins there as well.
    (.member(Plain.Member("a", at: 0, size: 8)), .overlap, "a", 0),
    (.member(Plain.Member("a", at: 12, size: 4)), .overlap, "a", 12),
    (.member(Plain.Member("flags", at: 0, size: 8)), .duplicateName, "flags", 0),
    (.member(Plain.Member(\.words.1, "second")), .partOfMember, "second", 12),
    (.member(Plain.Member(\.words, "flags")), .duplicateName, "flags", 8),
    (.reserved(Plain.Reserved(\.words.1)), .partOfMember, "words", 12),
    (.reserved(Plain.Reserved("pad", at: 24, size: 8)), .outsideStruct(24), "pad", 24),
  ]

  @Test func `names member and byte`() throws {
    for (place, cause, field, byte) in Self.wrong {
      let error = Plain.$declared.withValue(place) {
        #expect(throws: DeclarationError.self) { try History(Plain.self) }
      }
      #expect(error == DeclarationError("plain", cause, field: field, byte: byte), "\(place)")
    }
  }

  @Test func `what is right is taken`() throws {
    let history = try Plain.$declared.withValue(.reserved(Plain.Reserved(\.pair))) {
      try History(Plain.self)
    }
    #expect(history.layout.fields.filter(\.isReserved).map(\.name) == ["pair.low", "pair.high"])
    #expect(try History(Plain.self).layout.fields.allSatisfy { !$0.isReserved })
  }
}
