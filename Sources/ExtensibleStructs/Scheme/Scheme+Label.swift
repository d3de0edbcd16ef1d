import Synchronization

extension Scheme {
  /// What a scheme is called: literals, or the number of texts that are known at run time only, so that a scheme is a
  /// value of integers alone.
  @usableFromInline
  struct Label: Hashable, Sendable {
    @usableFromInline let name: StaticString
    @usableFromInline let summary: StaticString
    /// The place in the list of texts, from 1; 0 for literals.
    @usableFromInline let written: Int

    @inlinable
    @inline(__always)
    init(_ name: StaticString, _ summary: StaticString) {
      self.name = name
      self.summary = summary
      written = 0
    }

    @usableFromInline
    static func == (left: Label, right: Label) -> Bool { left.texts == right.texts }

    @usableFromInline
    func hash(into hasher: inout Hasher) { hasher.combine(texts.name) }
  }

  /// The name, and the summary without the pad: what ``named(_:summary:)`` was given.
  package var texts: Texts { label.texts }

  /// The same scheme under a name and a summary that are known at run time only, such as those of a file.
  ///
  /// Each pair of texts is kept once for as long as the program runs.
  package func called(_ texts: Texts) -> Scheme { with { $0.label = Label(texts) } }

  /// What a scheme is called.
  package struct Texts: Hashable, Sendable {
    /// The name.
    package var name: String
    /// One line for people.
    package var summary: String

    /// Makes texts.
    package init(name: String, summary: String) {
      self.name = name
      self.summary = summary
    }
  }
}

extension Scheme.Label {
  private static let written = Mutex<[Scheme.Texts]>([])

  var texts: Scheme.Texts {
    written == 0
      ? Scheme.Texts(name: name.description, summary: summary.description)
      : Self.written.withLock { $0[written - 1] }
  }

  init(_ texts: Scheme.Texts) {
    name = ""
    summary = ""
    written = Self.written.withLock { all in
      if let known = all.firstIndex(of: texts) { return known + 1 }
      all.append(texts)
      return all.count
    }
  }
}
