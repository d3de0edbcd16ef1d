public import LinuxKernel

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

  /// Takes the parts that were measured; one that came out negative is too small to be seen, and is 0.
  public init(_ costs: KernelCosts) {
    call = costs.refusedCall.median
    fetch = max(0, costs.fetch.median)
    tailEntry = max(0, costs.tailEntry.median)
    copiedByte = max(0, costs.copiedByte.median)
    checkedByte = max(0, costs.checkedByte.median)
  }

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
