import Documents
import Testing

@Suite struct PictureTests {
  /// The document's pictures have finite numbers and no text upon another; returns how many there are.
  @discardableResult
  static func check(_ document: Document) -> [Picture] {
    let page = Page(document)
    #expect(page.errors == [])
    let pictures = Picture.all(in: page)
    for picture in pictures {
      #expect(picture.errors == [])
      #expect(picture.collisions == [])
      #expect(picture.width > 0 && picture.height > 0)
    }
    // Whatever a picture is given, its text is within its width too.
    for width in [40, 80, 120] {
      #expect(document.lines(width: width).allSatisfy { $0.width <= width })
    }
    return pictures
  }

  @Test func samplesFit() {
    let pictures = Picture.all(in: Page(Samples.all))
    #expect(pictures.count == 12)
    for picture in pictures { #expect(picture.errors + picture.collisions == []) }
  }

  @Test(arguments: [0, 1, 7, 8, 16, 136, 4096])
  func byteDrawings(size: Int) {
    let names = ["a", "a_name_that_is_far_longer_than_its_member", "日本語の名前", ""]
    let layouts: [[ByteDrawing.Field]] = [
      size == 0 ? [] : [.init("all", offset: 0, size: size)],
      (0..<size).map { .init(names[$0 % 4], offset: $0, size: 1, isReserved: $0 % 3 == 0) },
      stride(from: 0, to: size, by: 4).map { .init(names[$0 / 4 % 4], offset: $0, size: min(4, size - $0)) },
      [],
    ]
    for fields in layouts {
      let ends = [1, size / 2, size, size].map {
        ByteDrawing.Version("VER\($0)", end: $0, gate: "flags & 0x1")
      }
      let drawing = ByteDrawing("s", size: size, fields: fields, versions: ends)
      let pictures = Self.check(Document("", [.byteDrawing(drawing)]))
      #expect(pictures.count == (size == 0 ? 0 : 2))
      #expect(drawing.fields.map(\.size).reduce(0, +) == size)
    }
  }

  @Test func wrongFieldsDoNotTrap() {
    let fields: [ByteDrawing.Field] = [
      .init("a", offset: 0, size: 8), .init("overlap", offset: 4, size: 8),
      .init("hidden", offset: 1, size: 2),
      .init("negative", offset: -8, size: 4), .init("none", offset: 20, size: -1),
      .init("huge", offset: 16, size: .max), .init("far", offset: .max, size: .max),
    ]
    let versions: [ByteDrawing.Version] = [
      .init("", end: .min), .init("VER0", end: 8), .init("far", end: .max),
    ]
    let drawing = ByteDrawing("s", size: 24, fields: fields, versions: versions)
    #expect(drawing.fields.map(\.name) == ["a", "overlap", "hole", "huge"])
    #expect(drawing.fields.map(\.offset) == [0, 8, 12, 16])
    Self.check(Document("", [.byteDrawing(drawing)]))
    // As long as a number can be, and drawn in a few rows.
    let endless = ByteDrawing("s", size: .max, fields: [.init("a", offset: 0, size: 4)])
    #expect(Self.check(Document("", [.byteDrawing(endless)])).count == 2)
  }

  @Test(arguments: [0, 1, 40])
  func timelines(count: Int) {
    let texts: [StyledText] = [
      "get_user 0-3", "a_word_without_an_end_" + StyledText(String(repeating: "x", count: 200)),
      "a sentence that is long enough to take several lines wherever it is drawn, on a phone above all", "",
      "日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語",
    ]
    let kinds: [Timeline.Kind] = [.read, .write, .copy, .end, .note]
    for lanes in [
      [], ["one"], ["user thread", "kernel"], ["a", "b", "a lane with quite a long name", "d", "e"],
    ] {
      let events = (0..<count).map {
        Timeline.Event(
          $0 % 7 - 1, texts[$0 % 5], kinds[$0 % 5], bytes: $0 % 3 == 0 ? $0..<$0 + $0 % 9 : nil)
      }
      Self.check(Document("", [.timeline(Timeline(lanes: lanes, events))]))
    }
  }

  static let values: [[Double]] = [
    [], [0], [1], [-1], [0, 0, 0], [1e308, -1e308, 1.7e308], [Double.leastNonzeroMagnitude, 1e-300],
    [.nan, .infinity, -.infinity],
    [1, 1_000_000, 3], [-5, -3], [0.001, 0.002], [12.34, 99.999, 1234.5],
  ]

  @Test(arguments: values)
  func bars(values: [Double]) {
    let categories = values.indices.map {
      $0 == 1 ? "a category with a name that is too long by far" : "c\($0)"
    }
    for count in [0, 1, 3, 8] {
      let series = (0..<count).map {
        Plot.Bars.Series("series \($0)", $0 == 1 ? [nil] : values.map { -$0 } + [7])
      }
      for isStacked in [false, true] {
        let bars = Plot.Bars(categories: categories, series, unit: "ns", isStacked: isStacked)
        Self.check(Document("", [.plot(Plot("Bars", bars: bars))]))
      }
    }
  }

  @Test(arguments: values)
  func lines(values: [Double]) {
    let scales: [Plot.Lines.Axis.Scale] = [.linear, .log2, .log10]
    for x in scales {
      for y in scales {
        let lines = (0..<8).map { index in
          Plot.Lines.Line(
            "line \(index)", values.map { .init($0, $0 * Double(index)) }, isPoints: index == 3)
        }
        let content = Plot.Lines(
          x: .init("x in a unit", x), y: .init("y in a unit", y), lines,
          reference: values.first.map { .init("one", y: $0) })
        let empty = Plot.Lines(x: .init("", x), y: .init("", y), [])
        Self.check(Document("", [.plot(Plot("Lines", lines: content)), .plot(Plot("", lines: empty))]))
      }
    }
  }
}
