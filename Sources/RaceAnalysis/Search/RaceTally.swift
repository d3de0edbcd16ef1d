/// What came of the schedules that were run: how many, and which property broke in which of them first.
struct RaceTally: Sendable {
  /// How many schedules were checked, of which no two look the same to the kernel.
  var schedules = 0
  /// How many of them the kernel accepted.
  var accepted = 0
  /// How often each property was broken, by its raw value.
  var broken = InlineArray<4, Int>(repeating: 0)
  /// The first schedule that broke each property.
  var firsts = [Found?](repeating: nil, count: 4)

  /// A schedule that broke a property.
  struct Found: Hashable, Sendable {
    var writes: Int
    var grain: Grain
    var decisions: [RaceDecision]
  }

  init() {}
}
