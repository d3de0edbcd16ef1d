/// What the parts of taking a struct in cost, in nanoseconds.
public struct CostModel: Hashable, Sendable {
  /// The call itself, refused right after the copy, of the smallest struct.
  public var call: Double
  /// One more fetch.
  public var fetch: Double
  /// Beginning to look at a tail.
  public var tailEntry: Double
  /// Each byte copied.
  public var copiedByte: Double
  /// Each byte of a tail.
  public var checkedByte: Double

  /// Takes the parts that were measured; one whose lower quarter is not above zero cannot be distinguished from
  /// noise, and is 0.
  public init(_ costs: KernelCosts) {
    call = costs.refusedCall.median
    fetch = CostModel.seen(costs.fetch)
    tailEntry = CostModel.seen(costs.tailEntry)
    copiedByte = CostModel.seen(costs.copiedByte)
    checkedByte = CostModel.seen(costs.checkedByte)
  }

  /// A part's median if it can be distinguished from noise, else 0.
  package static func seen(_ part: KernelCosts.Spread) -> Double { part.low > 0 ? part.median : 0 }

  /// Takes given numbers.
  public init(
    call: Double, fetch: Double, tailEntry: Double, copiedByte: Double, checkedByte: Double
  ) {
    self.call = call
    self.fetch = fetch
    self.tailEntry = tailEntry
    self.copiedByte = copiedByte
    self.checkedByte = checkedByte
  }
}
