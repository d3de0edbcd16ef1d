import Documents
import Testing

@Suite struct JSONWriterTests {
  private func sample(pretty: Bool) -> String {
    var json = JSONWriter(pretty: pretty)
    json.object {
      $0.field("name", "sched_attr")
      $0.field("b", 1)
      $0.field("a", true)
      $0.field("gate", nil as String?)
      $0.field("ratio", 1.5)
      $0.field("sizes", [48, 56])
      $0.field("tags", [] as [String])
      $0.field("rows") {
        $0.array {
          $0.object { $0.field("ok", false) }
          $0.object { _ in }
          $0.null()
          $0.array { $0.string("x") }
        }
      }
    }
    return json.text
  }

  @Test func keepsTheOrderOnOneLine() {
    #expect(
      sample(pretty: false)
        == #"{"name":"sched_attr","b":1,"a":true,"gate":null,"ratio":1.5,"sizes":[48,56],"tags":[],"#
        + #""rows":[{"ok":false},{},null,["x"]]}"#)
  }

  @Test func indents() {
    #expect(
      sample(pretty: true) == """
        {
          "name": "sched_attr",
          "b": 1,
          "a": true,
          "gate": null,
          "ratio": 1.5,
          "sizes": [
            48,
            56
          ],
          "tags": [],
          "rows": [
            {
              "ok": false
            },
            {},
            null,
            [
              "x"
            ]
          ]
        }
        """)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#),
    ("\n\r\t\u{8}\0\u{1F}\u{7F}", #""\n\r\t\u0008\u0000\u001f\u007f""#),
    ("é日😀\r\n", "\"é日😀\\r\\n\""), ("e\u{301}\"\u{301}", "\"e\u{301}\\\"\u{301}\""),
  ])
  func escapes(string: String, expected: String) throws {
    var json = JSONWriter()
    json.string(string)
    #expect(Array(json.text.utf8) == Array(expected.utf8))
    // What is written can be read again.
    let object = try JSONObject(parsing: Array("{\"k\":\(json.text)}".utf8))
    #expect(try object.string("k").map { Array($0.utf8) } == Array(string.utf8))
  }

  @Test func numbers() {
    var json = JSONWriter()
    json.array {
      $0.int(UInt64.max)
      $0.int(Int64.min)
      $0.double(1)
      $0.double(-0.1)
      $0.double(1e300)
      $0.double(.nan)
      $0.double(-.infinity)
    }
    #expect(json.text == "[18446744073709551615,-9223372036854775808,1.0,-0.1,1e+300,null,null]")
  }

  @Test func anErrorPassesThrough() {
    var json = JSONWriter()
    #expect(throws: JSONError("x")) {
      try json.array { _ throws(JSONError) in throw JSONError("x") }
    }
  }
}
