import ExtensibleStructs

extension RaceSearch {
  /// Every schedule of a writer that is run, as decisions; those as well that land fewer writes. For tests of the
  /// search itself.
  mutating func schedules(
    of call: RaceCall, writer: [UserStore], grain: Grain
  ) -> [[RaceDecision]] {
    guard lay(call, writer) else { return [] }
    return RaceSearch.schedules(
      call, grain: grain, images: images, places: places, differences: differences, length: length,
      last: last,
      decisions: &decisions, kernel: &kernel)
  }

  private static func schedules(
    _ call: RaceCall, grain: Grain, images: [UInt8], places: [Int32], differences: [Int32], length: Int,
    last: Int, decisions: inout [RaceDecision], kernel: inout [UInt8]
  ) -> [[RaceDecision]] {
    var span = kernel.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    var memory = RacingMemory(
      images: unsafe images.span.bytes, places: places.span, differences: differences.span,
      decisions: decisions.mutableSpan, length: length, writes: last, grain: grain, deciding: call.deciding,
      copies: .max)
    var found: [[RaceDecision]] = []
    repeat {
      memory.rewind()
      _ = try? call.kernel.receive(from: &memory, usize: UInt64(call.usize), into: &target)
      found.append((0..<memory.known).map { memory.decisions[$0] })
    } while memory.advance()
    return found
  }
}
