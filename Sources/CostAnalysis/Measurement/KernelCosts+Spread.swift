extension KernelCosts {
  /// A middle value, and the quarters of the values around it.
  public struct Spread: Hashable, Sendable {
    /// Half of the values are not greater.
    public let median: Double
    /// A quarter of the values is not greater.
    public let low: Double
    /// A quarter of the values is not less.
    public let high: Double

    /// The spread of these values; all zero if there are none.
    public init(_ values: [Double]) {
      let sorted = values.sorted()
      median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
      low = sorted.isEmpty ? 0 : sorted[sorted.count / 4]
      high = sorted.isEmpty ? 0 : sorted[sorted.count * 3 / 4]
    }
  }
}
