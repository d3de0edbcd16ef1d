/// What several threads did, from top to bottom: a race as it happened.
///
///     Timeline(lanes: ["user thread", "kernel"], [
///       .init(1, "get_user 0-3: size is 0x18", .read, bytes: 0..<4),
///       .init(0, "size = 0x1000", .write, bytes: 0..<4),
///       .init(1, "copy_from_user 0-23", .copy, bytes: 0..<24),
///       .init(1, "accepts 24 bytes", .end),
///     ])
package struct Timeline: Hashable, Sendable {
  /// What kind of step an event is.
  package enum Kind: Hashable, Sendable {
    /// A write to memory that the other lanes see from here on.
    case write
    /// A read of a value that decides something.
    case read
    /// A copy, or a part of one.
    case copy
    /// How a lane ends.
    case end
    /// Anything else.
    case note
  }

  /// A step.
  package struct Event: Hashable, Sendable {
    /// Which lane makes it.
    package var lane: Int
    /// What happens. A write is shown in yellow and an end in bold, unless the text has styles of its own.
    package var text: StyledText
    /// What kind of step it is.
    package var kind: Kind
    /// The bytes of memory that it is about. A page draws them as a part of all the bytes that the events are about.
    package var bytes: Range<Int>?

    /// Makes an event.
    package init(_ lane: Int, _ text: StyledText, _ kind: Kind = .note, bytes: Range<Int>? = nil) {
      self.lane = lane
      self.text = text
      self.kind = kind
      self.bytes = bytes
    }

    /// The text in the style of its kind.
    var styled: StyledText {
      guard text.glyphs.allSatisfy(\.styles.isEmpty) else { return text }
      switch kind {
      case .write: return StyledText(text.plain, .yellow)
      case .end: return StyledText(text.plain, .bold)
      case .read, .copy, .note: return text
      }
    }
  }

  /// The names of the lanes, from left to right.
  package let lanes: [String]
  /// The events in the order in which they happen. One for a lane that is not there is shown in the last.
  package let events: [Event]

  /// Makes a timeline.
  package init(lanes: [String], _ events: [Event]) {
    self.lanes = lanes.isEmpty ? [""] : lanes
    let last = self.lanes.count - 1
    self.events = events.map { event in
      var event = event
      event.lane = min(max(0, event.lane), last)
      return event
    }
  }
}
