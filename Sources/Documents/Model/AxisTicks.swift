/// The range of an axis, and the values that are marked on it.
struct AxisTicks: Hashable {
  private let scale: Plot.Lines.Axis.Scale
  /// The ends: of the values, or of their logarithms.
  private let low: Double
  private let high: Double
  /// The marked values, rising.
  let values: [Double]

  /// The values that this axis can show are between these, so that no difference of them is infinite.
  private static let largest = 1e300

  /// An axis for these values.
  ///
  /// - Parameter count: About how many values are marked.
  init(_ given: [Double], _ scale: Plot.Lines.Axis.Scale = .linear, count: Int = 6) {
    self.scale = scale
    let shown = given.filter { AxisTicks.isShown($0, scale) }.map(AxisTicks.clamped)
    switch scale {
    case .linear:
      let low = min(0, shown.min() ?? 0)
      let high = max(shown.max() ?? 0, low < 0 ? 0 : 1e-290)
      let step = AxisTicks.step(over: high - low, count: count)
      let first = (low / step).rounded(.down)
      let last = max((high / step - 1e-9).rounded(.up), first + 1)
      self.low = first * step
      self.high = last * step
      values = stride(from: first, through: last, by: 1).map { $0 * step }
    case .log2, .log10:
      let logs = shown.map { AxisTicks.logarithm($0, scale) }
      let low = ((logs.min() ?? 0) + 1e-9).rounded(.down)
      let high = max(((logs.max() ?? 1) - 1e-9).rounded(.up), low + 1)
      let step = ((high - low) / Double(count)).rounded(.up)
      let base = scale == .log2 ? 2.0 : 10
      self.low = low
      self.high = high
      values = stride(from: low, through: high, by: step).map { power(of: base, Int($0)) }
    }
  }

  /// Whether an axis of this scale has a place for the value.
  static func isShown(_ value: Double, _ scale: Plot.Lines.Axis.Scale) -> Bool {
    value.isFinite && (scale == .linear || value >= .leastNormalMagnitude)
  }

  /// Where a value is, from 0 at the low end to 1 at the high end.
  func place(of value: Double) -> Double {
    // A value beyond the largest is at its end; marks may be a step beyond it.
    let value = min(max(value, -1e305), 1e305)
    let at = scale == .linear ? value : AxisTicks.logarithm(value, scale)
    return min(max((at - low) / (high - low), 0), 1)
  }

  private static func clamped(_ value: Double) -> Double { min(max(value, -largest), largest) }

  private static func logarithm(_ value: Double, _ scale: Plot.Lines.Axis.Scale) -> Double {
    let binary = binaryLogarithm(max(value, .leastNormalMagnitude))
    return scale == .log2 ? binary : binary * 0.30102999566398120
  }

  /// 1, 2 or 5 times a power of ten, so that there are at most so many steps.
  private static func step(over span: Double, count: Int) -> Double {
    let span = max(span, 1e-290)
    let tens = Int((binaryLogarithm(span) * 0.30102999566398120).rounded(.down)) - 1
    for exponent in tens... {
      for factor in [1.0, 2, 5] where span / (factor * power(of: 10, exponent)) <= Double(count) {
        return factor * power(of: 10, exponent)
      }
    }
    return span
  }
}
