/// Numbers as a picture: bars for categories, or lines over a numeric axis.
///
/// A value that is not finite counts as not known and is left out. A page offers the numbers as a table below the
/// picture. Text shows bars as block characters with their numbers, and lines as a table.
package struct Plot: Hashable, Sendable {
  /// What is drawn.
  enum Content: Hashable, Sendable {
    case bars(Bars)
    case lines(Lines)
  }

  /// What the plot shows.
  package let title: String
  let content: Content

  /// A plot of bars.
  package init(_ title: String, bars: Bars) {
    self.title = title
    content = .bars(bars)
  }

  /// A plot of lines.
  package init(_ title: String, lines: Lines) {
    self.title = title
    content = .lines(lines)
  }
}

extension Plot {
  /// Horizontal bars: for each category one bar per series, or one bar of which each series is a part.
  package struct Bars: Hashable, Sendable {
    /// The values of one kind, one for each category.
    package struct Series: Hashable, Sendable {
      /// What is counted, such as `user`.
      package var name: String
      /// The values in the order of the categories; `nil`, or nothing at the end, where it is not known.
      package var values: [Double?]

      /// Makes a series.
      package init(_ name: String, _ values: [Double?]) {
        self.name = name
        self.values = values
      }
    }

    /// The categories, from top to bottom.
    package var categories: [String]
    /// The series, in the order of the bars.
    package var series: [Series]
    /// The unit of all values, such as `ns`.
    package var unit: String
    /// Whether the series are parts of one bar. A negative part is drawn as if it were 0.
    package var isStacked: Bool

    /// Makes bars.
    package init(categories: [String], _ series: [Series], unit: String, isStacked: Bool = false) {
      self.categories = categories
      self.series = series
      self.unit = unit
      self.isStacked = isStacked
    }

    /// A value, if it is known and finite.
    func value(_ series: Int, _ category: Int) -> Double? {
      let values = self.series[series].values
      guard category < values.count, let value = values[category], value.isFinite else { return nil }
      return isStacked ? max(0, value) : value
    }
  }

  /// Lines, or points, over a numeric axis.
  package struct Lines: Hashable, Sendable {
    /// An axis.
    package struct Axis: Hashable, Sendable {
      /// How values become distances.
      package enum Scale: Hashable, Sendable {
        /// Equal steps for equal differences; the axis starts at 0, or below if a value is negative.
        case linear
        /// Equal steps for equal ratios, with ticks at powers of two. A value of 0 or below is left out.
        case log2
        /// Equal steps for equal ratios, with ticks at powers of ten. A value of 0 or below is left out.
        case log10
      }

      /// What is measured, with its unit, such as `bytes copied`.
      package var title: String
      /// How values become distances.
      package var scale: Scale

      /// Makes an axis.
      package init(_ title: String, _ scale: Scale = .linear) {
        self.title = title
        self.scale = scale
      }
    }

    /// A point.
    package struct Point: Hashable, Sendable {
      /// Its place from the left.
      package var x: Double
      /// Its height.
      package var y: Double

      /// Makes a point.
      package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
      }
    }

    /// One line.
    package struct Line: Hashable, Sendable {
      /// The name beside its end.
      package var name: String
      /// Its points in the order in which they are joined.
      package var points: [Point]
      /// Whether the points are drawn without a line between them.
      package var isPoints: Bool

      /// Makes a line.
      package init(_ name: String, _ points: [Point], isPoints: Bool = false) {
        self.name = name
        self.points = points
        self.isPoints = isPoints
      }
    }

    /// A height that the lines are compared with.
    package struct Reference: Hashable, Sendable {
      /// What it is, such as `C`.
      package var name: String
      /// The height.
      package var y: Double

      /// Makes a reference line.
      package init(_ name: String, y: Double) {
        self.name = name
        self.y = y
      }
    }

    /// The axis from left to right.
    package var x: Axis
    /// The axis from bottom to top.
    package var y: Axis
    /// The lines. Where they run on each other, later ones are thinner and broken, so that each is seen.
    package var lines: [Line]
    /// A height that the lines are compared with.
    package var reference: Reference?

    /// Makes lines.
    package init(x: Axis, y: Axis, _ lines: [Line], reference: Reference? = nil) {
      self.x = x
      self.y = y
      self.lines = lines
      self.reference = reference
    }
  }
}
