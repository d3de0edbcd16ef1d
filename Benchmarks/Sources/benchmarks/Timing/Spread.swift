import CostAnalysis

/// A median and the quarters around it, of times and of ratios alike.
typealias Spread = KernelCosts.Spread
