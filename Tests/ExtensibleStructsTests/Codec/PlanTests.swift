import TestSupport
import Testing

@testable import ExtensibleStructs

/// What is loaded without a check is inside the known bytes, wherever flags and size stand.
@Suite("The words of a plan")
struct PlanTests {
  /// A struct of one version, whose flags and size stand somewhere at a multiple of their width.
  private static func plan(_ generator: inout SeededGenerator) throws -> (Codec.Plan, Int) {
    let length = Int.random(in: 2...40, using: &generator)
    var fields = (0..<length).map { Field("b\($0)", offset: $0, size: 1) }
    func member(_ name: String) -> Field? {
      let width = generator.pick([1, 2, 4, 8].filter { $0 <= length })
      let place = Int.random(in: 0...(length / width - 1), using: &generator) * width
      let field = Field(name, offset: place, size: width)
      let covered = fields.filter { $0.range.overlaps(field.range) }
      guard covered.allSatisfy({ $0.size == 1 && $0.name != "size" }) else { return nil }
      fields.removeAll { $0.range.overlaps(field.range) }
      fields.append(field)
      return field
    }
    guard let size = member("size"), let flags = member("flags"),
      let layout = try? Layout("s", fields: fields)
    else { return try plan(&generator) }
    let history = try History(
      layout, versions: [Version("VER0", size: length)], flags: FlagsField(flags, known: 1), sizeMember: size)
    let padded = Scheme.sizePrefixed.with { $0.capacity = .padded(to: 48, fromVersion: 0) }
    let scheme = generator.oneIn(2) ? Scheme.sizePrefixed : padded
    return (try Codec(history, scheme).plan, length)
  }

  @Test func `lie inside the known bytes and hold their members`() throws {
    let found = try RandomCases.counterexample(3_000) { generator in
      let (plan, length) = try Self.plan(&generator)
      let isShort = length < 8
      guard plan.known == length, plan.isPlain == !isShort else { return "\(length): \(plan)" }
      guard (plan.wordedSize == -1) == isShort, (plan.plainSize == -1) == isShort else { return "\(plan)" }
      if isShort { return nil }
      for (word, member) in [(plan.flagsWord, plan.flags), (plan.sizeWord, plan.sizeMember)] {
        guard 0 <= word, word <= length - 8, word <= member.offset,
          member.offset + member.width <= word + 8
        else { return "a word at \(word) of \(length) for \(member)" }
      }
      return nil
    }
    #expect(found == nil)
  }
}
