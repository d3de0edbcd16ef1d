import Documents
import Testing

@Suite struct TableTests {
  static let sample: Table = {
    var table = Table([.init("field"), .init("offset", .right), .init("set", .center), .init("verdict")])
    table.section("VER0")
    table.row("size", "0", StyledText("✓", .green), StyledText("accepted", .green))
    table.row("policy", "4", "✓", "accepted")
    table.rule()
    table.section("VER1")
    table.row("util_max", "52", "", "silently ignored")
    table.row("日本", "56")
    return table
  }()

  static func text(_ table: Table, width: Int) -> String {
    table.lines(width: width).map { $0.rendered(color: false) + "\n" }.joined()
  }

  @Test func fits() {
    #expect(
      Self.text(Self.sample, width: 80) == """
        field     offset  set  verdict
        ───────────────────────────────────────
        VER0
        size           0   ✓   accepted
        policy         4   ✓   accepted
        ───────────────────────────────────────
        VER1
        util_max      52       silently ignored
        日本          56

        """)
  }

  @Test func isDealtOutToSeveralTables() {
    #expect(
      Self.text(Self.sample, width: 26) == """
        field     offset  set
        ─────────────────────
        VER0
        size           0   ✓
        policy         4   ✓
        ─────────────────────
        VER1
        util_max      52
        日本          56

        field     verdict
        ──────────────────────────
        VER0
        size      accepted
        policy    accepted
        ──────────────────────────
        VER1
        util_max  silently ignored
        日本

        """)
  }

  @Test func sentencesAreWrappedFirst() {
    var table = Table([.init("name"), .init("what it is", wraps: true), .init("n", .right)])
    table.row("open_how", "how openat2 opens a file, with a flags word of its own", "3")
    #expect(
      Self.text(table, width: 40) == """
        name      what it is                   n
        ────────────────────────────────────────
        open_how  how openat2 opens a file,    3
                  with a flags word of its
                  own

        """)
  }

  /// At every width, no line is wider, and no character of a cell is lost.
  @Test(arguments: 8...90)
  func nothingIsLost(width: Int) {
    for repeated in 0...4 {
      var table = Self.sample
      table.repeated = repeated
      table.row(
        "a_name_longer_than_narrow_terminals", "1234567890", "xyz", "a sentence without an end, almost")
      let lines = table.lines(width: width)
      for line in lines { #expect(line.width <= width, "\(line.rendered(color: false))") }
      let shown = Set(lines.joined())
      for text in ["a_name_longer_than_narrow_terminals", "1234567890", "xyz", "sentence"] {
        #expect(Set(text).isSubset(of: shown))
      }
    }
  }

  @Test func stylesTakeNoWidth() {
    var table = Table([.init(""), .init("", .right)])
    table.row(StyledText("a", .red, .bold), StyledText("b", .dim) + "c")
    table.row("long", "long")
    let output = table.lines(width: 80).map { $0.rendered(color: true) + "\n" }.joined()
    #expect(output == "\u{1B}[31;1ma\u{1B}[0m       \u{1B}[2mb\u{1B}[0mc\nlong  long\n")
  }

  @Test func edges() {
    #expect(Table([]).lines(width: 80).isEmpty)
    #expect(Self.text(Table([.init("a")]), width: 80) == "a\n─\n")
    #expect(Table([.init("a")]).isEmpty)
    var table = Table([.init("a")])
    table.row("tab\tand\u{1B}[31m\nline")
    #expect(Self.text(table, width: 80) == "a\n─────────────────\ntab\u{FFFD}and\u{FFFD}[31m\u{FFFD}line\n")
  }
}

extension [StyledText] {
  func joined() -> String { map { $0.rendered(color: false) }.joined() }
}
