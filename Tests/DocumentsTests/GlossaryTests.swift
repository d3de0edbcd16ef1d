import Documents
import Testing

@Suite("The glossary")
struct GlossaryTests {
  @Test func `has each word and form once, and explains each in whole sentences`() {
    var seen: Set<String> = []
    for section in Glossary().sections {
      for entry in section.entries {
        for word in [entry.word] + entry.forms { #expect(seen.insert(word).inserted, "\(word)") }
        #expect(entry.meaning.hasSuffix("."), "\(entry.word)")
      }
    }
  }

  @Test(arguments: [
    ("A fetch of 8 bytes.", ["fetch"]),
    ("Fetches: none.", ["fetch"]),
    ("The pad is full; padding is not.", ["pad"]),
    ("prefetched", []),
    ("The flags argument is refused", ["flags argument", "rejected"]),
    ("sched_attr is size-prefixed.", ["size-prefixed"]),
    ("the size is prefixed", []),
  ])
  func `lists the words that a document uses`(text: String, words: [String]) {
    let used = Glossary(of: Document("Sample", [.paragraph(StyledText(text))]))
    #expect(Set(used.sections.flatMap(\.entries).map(\.word)) == Set(words))
  }

  @Test func `looks into tables, groups and what only a page shows`() {
    var table = Table([.init("ksize")])
    table.row("torn")
    let document = Document("Sample", [.only(.page, [.group([.table(table)])])])
    #expect(Glossary(of: document).sections.flatMap(\.entries).map(\.word) == ["ksize", "torn"])
  }
}
