import Documents

// What only a page shows: the tables' numbers as bars, and the parts of which they are made.

extension CostReport {
  /// Bytes and, where they were counted, instructions.
  var userPlots: [Block] {
    var plots = [
      plot("Bytes of a call", unit: "bytes", isStacked: true) {
        [("used", Double($0.bytes - $0.unused)), ("unused", Double($0.unused))]
      }
    ]
    if schemes.contains(where: { user?[$0.scheme]?.instructions != nil }) {
      plots.append(
        plot("Instructions to lay the struct out", unit: "instructions") {
          [("instructions", user?[$0.scheme]?.instructions)]
        })
    }
    return plots
  }

  /// Times, the user's with them where they were measured.
  var kernelPlots: [Block] {
    var plots: [Block] = []
    if user != nil {
      plots.append(
        plot("Time of a call, without entering the kernel and leaving it", unit: "ns", isStacked: true) {
          [("user", user?[$0.scheme]?.time.median), ("kernel", $0.kernelTime(model))]
        })
    }
    plots.append(
      plot("Time in the kernel: the newest user on the newest and on the oldest one", unit: "ns") {
        [("fetches, newest kernel", $0.kernelTime(model)), ("tail, oldest kernel", $0.tailTime(model))]
      })
    return plots
  }

  /// A bar, or one for each series, for each scheme.
  private func plot(
    _ title: String, unit: String, isStacked: Bool = false,
    _ values: (SchemeCost) -> [(name: String, value: Double?)]
  ) -> Block {
    let rows = schemes.map(values)
    let names = rows.first?.map(\.name) ?? []
    let series = names.indices.map { index in
      Plot.Bars.Series(names[index], rows.map { $0[index].value })
    }
    return .plot(
      Plot(
        title,
        bars: Plot.Bars(categories: schemes.map(\.scheme), series, unit: unit, isStacked: isStacked)))
  }

  /// The parts of a call, in nanoseconds.
  var modelTable: Table {
    var table = Table([.init("part", wraps: true), .init("ns", .right)])
    for (part, time) in [
      ("a call that is refused after one fetch", model.call), ("one more fetch", model.fetch),
      ("each byte copied", model.copiedByte), ("beginning to check a tail", model.tailEntry),
      ("each byte of a tail", model.checkedByte),
    ] {
      table.row(StyledText(part), StyledText(fixed(time, 3)))
    }
    return table
  }

  /// How the parts were measured.
  var modelLegend: StyledText {
    """
    Medians of differences between calls of the running kernel that are refused right after the copy. A part that \
    cannot be distinguished from noise is 0. What each scheme copies and checks is counted on the simulated kernel.
    """
  }
}
