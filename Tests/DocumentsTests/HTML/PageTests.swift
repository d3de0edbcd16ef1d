import Documents
import Testing

@Suite struct PageTests {
  @Test func isWellFormed() {
    let page = Page(Samples.all)
    #expect(page.errors == [])
    #expect(page.all("h1").count == 1)
    #expect(page.all("title").first?.text == "Growing struct kvm_userspace_memory_region")
    let metas = page.all("meta").compactMap { $0.attributes["name"] }
    #expect(metas.contains("viewport") && metas.contains("generator"))
  }

  /// The page is complete in itself: nothing runs, nothing is fetched.
  @Test func fetchesNothing() {
    let page = Page(Samples.all)
    let names = Set(page.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "use", "image"]))
    for element in page.elements {
      #expect(
        Set(element.attributes.keys).isDisjoint(with: ["src", "href", "srcset", "onload", "xlink:href"]))
    }
    let sheet = page.all("style").map(\.text).joined()
    #expect(!sheet.contains("@import") && !sheet.contains("http") && sheet.contains("url(#_hatch)"))
    #expect(sheet.contains("prefers-color-scheme: dark") && sheet.contains("@media print"))
    #expect(sheet.count(where: { $0 == "{" }) == sheet.count(where: { $0 == "}" }))
  }

  @Test func identifiersAreThereOnce() {
    var document = Samples.all
    document.blocks += [.heading("Layout"), .heading("Layout"), .heading("日本"), .heading("_hatch")]
    let ids = Page(document).elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("layout") && ids.contains("layout-2") && ids.contains("layout-3"))
  }

  static let hostile = "<script>alert(1)</script>&amp;\"'\u{1B}[31m\0\u{FFFE}]]>-->"
  static let shown = "<script>alert(1)</script>&amp;\"'\u{FFFD}[31m\u{FFFD}\u{FFFD}]]>-->"

  @Test func hostileNamesAreText() {
    let name = Self.hostile
    let styled = StyledText(name, .red, .code)
    var table = Table([.init(styled), .init(StyledText(name), .right)])
    table.section(styled)
    table.row(styled, StyledText(name))
    let document = Document(
      name,
      [
        .heading(styled, detail: StyledText(name)), .paragraph(styled), .list([styled]), .table(table),
        .verbatim([styled]),
        .byteDrawing(
          .init(
            name, fields: [.init(name, offset: 0, size: 64)], versions: [.init(name, end: 64, gate: name)])),
        .timeline(.init(lanes: [name, name], [.init(0, styled, .write), .init(1, StyledText(name))])),
        .plot(.init(name, bars: .init(categories: [name], [.init(name, [1])], unit: name))),
        .plot(.init(name, lines: .init(x: .init(name), y: .init(name), [.init(name, [.init(1, 1)])]))),
      ])
    let page = Page(document)
    #expect(page.errors == [])
    #expect(page.all("script").isEmpty)
    #expect(page.all("title").first?.text == Self.shown)
    #expect(page.all("pre").count == 1)
    #expect(page.elements.allSatisfy { !$0.text.unicodeScalars.contains("\u{1B}") })
    for width in [40, 80] {
      #expect(!document.text(width: width).unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test func cellsKeepTheirWordsAndAreTinted() {
    let page = Page(Document("", [.table(Samples.matrix)]))
    #expect(page.errors == [])
    func texts(_ style: String) -> [String] {
      page.elements.indices.filter {
        page.elements[$0].name == "td" && page.elements[$0].classes.contains(style)
      }
      .map(page.words)
    }
    #expect(texts("good") == ["ok ✓", "ok", "ok"])
    #expect(texts("warn") == ["EINVAL ✓", "EINVAL ✓"])
    #expect(texts("bad") == ["GARBAGE", "ok/IGNORED"])
    #expect(texts("number") == ["160", "160", "48", "48"])
    #expect(page.all("th").filter { $0.attributes["scope"] == "col" }.count == 5)
    #expect(page.all("tr", "section").count == 2)
    #expect(page.all("tbody").count == 2 && page.all("thead").count == 1)
    #expect(page.all("div", "scroll").count == 1)
  }

  /// A cell of two colours has no tint, since none is right for all of it.
  @Test func mixedCellsAreNotTinted() {
    var table = Table([.init("a")])
    table.row(StyledText("ok", .green) + StyledText("/", .dim) + StyledText("BEYOND", .red))
    table.row(StyledText("ran; ", .green) + "source")
    let page = Page(Document("", [.table(table)]))
    #expect(page.all("td", "tint").isEmpty)
    #expect(page.all("span", "good").count == 2 && page.all("span", "bad").count == 1)
  }

  @Test func mediaAreKeptApart() {
    let document = Document("", [.only(.page, [.paragraph("page")]), .only(.text, [.paragraph("text")])])
    #expect(document.text() == "text")
    #expect(Page(document).all("p").map(\.text) == ["page"])
  }

  @Test func emptyBlocksLeaveNothing() {
    let document = Document(
      "",
      [
        .paragraph(""), .list([]), .table(Table([])), .verbatim([]), .byteDrawing(.init("", fields: [])),
        .group([]),
      ])
    #expect(document.text() == "")
    let page = Page(document)
    #expect(page.errors == [])
    #expect(page.all("p").isEmpty && page.all("table").isEmpty && page.all("figure").isEmpty)
  }
}
