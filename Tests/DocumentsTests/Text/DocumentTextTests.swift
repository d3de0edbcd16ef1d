import Documents
import Testing

@Suite struct DocumentTextTests {
  @Test(arguments: [
    (
      40,
      """
      0x00 ├ slot ─────────┼ flags ────────┤
      0x08 ├ guest_phys_addr ──────────────┤
      0x10 ├ memory_size ──────────────────┤
      0x18 ├ userspace_addr ───────────────┤
                                     VER0 32
      0x20 ├ guest_memfd_offset ───────────┤
      0x28 ├ guest_memfd ──┼ pad1 ░░░░░░░░░┤
      0x30 ├ pad2[14] ░░░░░░░░░░░░░░░░░░░░░┊
           ⋮ 12 more rows
      0x98 ┊ … ░░░░░░░░░░░░░░░░░░░░░░░░░░░░┤
                                    VER1 160
      """
    ),
    (
      80,
      """
      0x00 ├ slot ─────────┼ flags ────────┼ guest_phys_addr ──────────────┤
      0x10 ├ memory_size ──────────────────┼ userspace_addr ───────────────┤ VER0 32
      0x20 ├ guest_memfd_offset ───────────┼ guest_memfd ──┼ pad1 ░░░░░░░░░┤
      0x30 ├ pad2[14] ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░┊
           ⋮ 5 more rows
      0x90 ┊ … ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░┤ VER1 160
      """
    ),
  ])
  func byteDrawing(width: Int, expected: String) {
    #expect(Document("", [.byteDrawing(Samples.region)]).text(width: width) == expected)
  }

  @Test(arguments: [
    (
      40,
      """
      user thread               kernel
      ────────────────────────────────────────
                                get_user 4-7:
                                flags is 0x0
      """
    ),
    (
      80,
      """
      user thread               kernel
      ────────────────────────────────────────────────────────────────────────────────
                                get_user 4-7: flags is 0x0
                                copy_from_user 0-15
      flags = 0x4
                                ... on to 16-31
      memory_size = 0x7fff0000
                                accepts 32 bytes, acts on flags 0x4:
                                guest_memfd_offset and guest_memfd were never fetched
      """
    ),
  ])
  func timeline(width: Int, expected: String) {
    #expect(Document("", [.timeline(Samples.race)]).text(width: width).hasPrefix(expected))
  }

  @Test func eventsHaveTheStyleOfTheirKind() {
    let timeline = Timeline(
      lanes: ["a", "b"],
      [
        .init(0, "w", .write), .init(1, "e", .end), .init(1, "r", .read),
        .init(0, StyledText("own", .red), .write),
      ])
    let lines = Document("", [.timeline(timeline)]).lines(width: 40).dropFirst(2)
    #expect(
      lines.map { $0.rendered(color: true) }
        == ["\u{1B}[33mw\u{1B}[0m", "     \u{1B}[1me\u{1B}[0m", "     r", "\u{1B}[31mown\u{1B}[0m"])
  }

  @Test func bars() {
    let plot = Plot(
      "Cost",
      bars: .init(
        categories: ["pad", "two-read"], [.init("user", [9, nil]), .init("kernel", [3, 18])], unit: "ns"))
    #expect(
      Document("", [.plot(plot)]).text(width: 40) == """
        Cost
        pad       user    ████████          9 ns
                  kernel  ███               3 ns
        two-read  user                         -
                  kernel  ███████████████  18 ns
        """)
    let stacked = Plot(
      "Bytes",
      bars: .init(
        categories: ["pad"], [.init("used", [48]), .init("unused", [16])], unit: "bytes", isStacked: true))
    #expect(
      Document("", [.plot(stacked)]).text(width: 30) == """
        Bytes
        pad  ███████████▒▒▒▒  64 bytes
        █ used ▒ unused
        """)
  }

  @Test func linesAreATable() {
    let plot = Plot(
      "Cost",
      lines: .init(
        x: .init("bytes"), y: .init("ns"),
        [.init("C", [.init(8, 1.5), .init(16, 2)]), .init("Swift", [.init(16, 2.25)])],
        reference: .init("call", y: 20)))
    #expect(
      Document("", [.plot(plot)]).text(width: 80) == """
        Cost
        bytes    C  Swift  call
        ───────────────────────
            8  1.5      -    20
           16    2   2.25    20
        """)
  }

  @Test(arguments: [
    (
      40,
      """
      static-pad: every struct has all bytes
        from the start

      - a list whose lines are broken where
        they have to be
        a note that is moved to the right by
          two
      as it is, however long this line is, since it is there to be copied
      """
    ),
    (
      120,
      """
      static-pad: every struct has all bytes from the start

      - a list whose lines are broken where they have to be
        a note that is moved to the right by two
      as it is, however long this line is, since it is there to be copied
      """
    ),
  ])
  func words(width: Int, expected: String) {
    let document = Document(
      "not shown",
      [
        .heading("static-pad", detail: "every struct has all bytes from the start"), .group([]),
        .paragraph(""),
        .group([
          .list(["a list whose lines are broken where they have to be"]),
          .paragraph("a note that is moved to the right by two", indent: 2),
          .verbatim(["as it is, however long this line is, since it is there to be copied"], indent: 0),
        ]),
      ])
    #expect(document.text(width: width) == expected)
    #expect(
      document.lines(width: width).first?.rendered(color: true).hasPrefix("\u{1B}[1mstatic-pad\u{1B}[0m: ")
        == true)
  }

  /// Whatever the width, no line is wider, and an empty line is between blocks.
  @Test(arguments: [40, 80, 120])
  func nothingIsTooWide(width: Int) {
    let blocks = Samples.all.blocks.filter { if case .verbatim = $0 { false } else { true } }
    let document = Document("", blocks)
    #expect(document.lines(width: width).allSatisfy { $0.width <= width })
    let parts = blocks.map { Document("", [$0]).text(width: width) }
    #expect(document.text(width: width) == parts.joined(separator: "\n\n"))
  }
}
