import Documents
import Testing

@Suite struct JSONPathTests {
  private static let text =
    #"{ "a\u0062": 1, "members": [ [], { "off set": "x,]}", "n": {} } ], "last": null }"#

  private static func path(_ steps: [JSONPath.Step]) -> JSONPath {
    steps.reduce(JSONPath()) { path, step in
      switch step {
      case .key(let key): path.appending(key)
      case .index(let index): path.appending(index)
      }
    }
  }

  @Test(
    arguments: [
      ([], "", "{ \"a"), ([.key("ab")], "ab", "1, "), ([.key("members")], "members", "[ [],"),
      ([.key("members"), .index(0)], "members[0]", "[], {"),
      ([.key("members"), .index(1), .key("n")], "members[1].n", "{} }"),
      ([.key("members"), .index(1), .key("off set")], "members[1]['off set']", "\"x,]}\""),
      ([.key("last")], "last", "null"), ([.key("none")], "none", nil), ([.index(0)], "[0]", nil),
      ([.key("members"), .index(2)], "members[2]", nil), ([.key("ab"), .key("n")], "ab.n", nil),
      ([.key("members"), .index(-1)], "members[-1]", "[], {"),
    ] as [([JSONPath.Step], String, String?)])
  func `leads to where a value begins`(_ steps: [JSONPath.Step], _ words: String, _ begins: String?) {
    let path = Self.path(steps)
    #expect(path.description == words)
    let bytes = Array(Self.text.utf8)
    let found = path.offset(in: bytes).map { String(decoding: bytes[$0...], as: UTF8.self) }
    #expect(begins.map { found?.hasPrefix($0) == true } ?? (found == nil), "\(found ?? "nil")")
  }

  @Test func `a text that ends early has no such value, or one before the end`() {
    let bytes = Array(Self.text.utf8)
    let path = Self.path([.key("last")])
    for count in 0..<bytes.count {
      let found = path.offset(in: Array(bytes.prefix(count)))
      #expect(found == nil || found == path.offset(in: bytes))
    }
  }
}

@Suite struct JSONOneLineTests {
  private func text(pretty: Bool) -> String {
    var json = JSONWriter(pretty: pretty)
    json.object { json in
      json.field("members") { json in
        json.array { json in
          for size in 1...2 {
            json.onOneLine { json in
              json.object { json in
                json.field("size", size)
                json.field("none") { $0.object { _ in } }
                json.field("sizes", [size, size])
              }
            }
          }
        }
      }
      json.field("after", [3])
    }
    return json.text
  }

  @Test func `what is written on one line has a line for each value around it`() {
    #expect(
      text(pretty: true) == """
        {
          "members": [
            {"size": 1, "none": {}, "sizes": [1, 1]},
            {"size": 2, "none": {}, "sizes": [2, 2]}
          ],
          "after": [
            3
          ]
        }
        """)
  }

  @Test func `where all is one line it changes nothing`() {
    #expect(
      text(pretty: false)
        == #"{"members":[{"size":1,"none":{},"sizes":[1,1]},{"size":2,"none":{},"sizes":[2,2]}],"after":[3]}"#
    )
  }
}
