package import Documents

// What the words of the tables are, for a page.

extension Matrix {
  /// How each verdict is written in the tables, and when a call gets it.
  var verdictLegend: Block {
    .group([
      .heading("What a verdict means", level: 3),
      .list(
        Verdict.allCases.map { verdict in
          StyledText(verdict == .rejected ? "an errno" : verdict.short, verdict.style)
            + StyledText(" (\(verdict.words)): \(verdict.explanation)")
        }),
      .paragraph(
        "The first two are sound: the user knows what happened. The others are hazards. An entry that sums up "
          + "several cells lists every result."),
    ])
  }

  /// What the users with each habit do.
  var habitLegend: Block {
    .group([
      .heading("What users do", level: 3),
      .list(
        Habit.allCases.map { StyledText($0.rawValue, .bold) + StyledText(": \($0.explanation)") }),
    ])
  }
}

extension Matrix.Verdict {
  /// The verdict in one short word, for a table.
  var short: String {
    switch self {
    case .accepted: "ok"
    case .rejected: "refused"
    case .silentlyIgnored: "IGNORED"
    case .garbageRead: "GARBAGE"
    case .outOfBounds: "BEYOND"
    case .torn: "TORN"
    case .unusable: "UNUSABLE"
    }
  }

  /// The colour of an entry with this verdict alone.
  package var style: Style {
    switch self {
    case .accepted: .green
    case .rejected: .yellow
    case .silentlyIgnored, .garbageRead, .outOfBounds, .torn, .unusable: .red
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .accepted: "every field that was set took effect."
    case .rejected: "the kernel refused the call with this errno."
    case .silentlyIgnored: "the call succeeded, but a field was set and dropped."
    case .garbageRead: "the kernel acted on bytes that the user never set."
    case .outOfBounds: "the kernel read beyond the user's struct."
    case .torn: "the kernel acted on a mix of two states of the memory."
    case .unusable: "the kernel refused a careful user that was compiled for its own version."
    }
  }
}

extension Matrix.Habit {
  fileprivate var explanation: String {
    switch self {
    case .careful: "zeroes its struct, sets the fields that it uses, their flags and the size."
    case .garbage: "as a careful one, but every byte that it does not set is garbage."
    case .missingFlag: "sets the fields of an extension, and forgets its flag."
    case .strayFlag: "sets a flag bit that only a newer version of the struct knows."
    case .unsetSize: "leaves the size member 0."
    }
  }
}
