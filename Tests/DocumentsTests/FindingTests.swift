import Documents
import Testing

@Suite struct FindingTests {
  struct Sizes: Finding {
    var name: String
    var sizes: [Int]

    var document: Document {
      Document(
        "Sizes of \(name)", [.paragraph("struct \(name): \(sizes.map(String.init).joined(separator: ", ")).")]
      )
    }

    func write(to json: inout JSONWriter) {
      json.field("struct", name)
      json.field("sizes", sizes)
    }

    static let jsonSchema = #"{ "type": "object" }"#
  }

  @Test func allFollowsFromTheDocumentAndTheFields() {
    let sizes = Sizes(name: "sched_attr", sizes: [48, 56])
    #expect("\(sizes)" == "struct sched_attr: 48, 56.")
    #expect(sizes.text(width: 24) == "struct sched_attr: 48,\n  56.")
    #expect(sizes.json == #"{"struct":"sched_attr","sizes":[48,56]}"#)
    #expect(sizes.html == sizes.document.html)
    #expect(Page(sizes.html).all("h1").map { $0.attributes["id"] } == ["sizes-of-sched-attr"])
  }
}
