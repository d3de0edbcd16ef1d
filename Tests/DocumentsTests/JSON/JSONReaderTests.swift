import Documents
import Testing

@Suite struct JSONReaderTests {
  private func value(_ text: String) throws(JSONError) -> JSONValue? {
    try JSONObject(parsing: Array("{\"k\":\(text)}".utf8))["k"]
  }

  @Test(
    arguments: [
      ("0", .integer(0)), ("-0", .integer(0)), ("-1", .integer(-1)), ("1.0", .double(1)),
      ("1e3", .double(1000)),
      ("1E+3", .double(1000)), ("25e-1", .double(2.5)), ("true", .bool(true)), ("false", .bool(false)),
      ("null", .null), ("9007199254740993", .integer(9_007_199_254_740_993)),
      ("9223372036854775807", .integer(Int128(Int64.max))),
      ("18446744073709551615", .integer(Int128(UInt64.max))),
      ("-9223372036854775808", .integer(Int128(Int64.min))), ("1e-400", .double(0)),
      (#""a\"\\\/\b\f\n\r\t""#, .string("a\"\\/\u{8}\u{C}\n\r\t")),
      (#""\u00e9\ud83d\ude00é😀""#, .string("é😀é😀")),
      (#""\u0000""#, .string("\0")), ("[]", .array([])),
      (" [ 1 , \"x\" ] ", .array([.integer(1), .string("x")])),
      ("{}", .object(JSONObject())), (#"{"a":[null]}"#, .object(JSONObject(["a": .array([.null])]))),
    ] as [(String, JSONValue)])
  func reads(text: String, expected: JSONValue) throws {
    #expect(try value(text) == expected)
  }

  @Test(arguments: [
    ("", "column 1: expected a value, found the end of the text"),
    ("  ", "column 3: expected a value, found the end of the text"),
    ("[]", "column 1: expected an object, which starts with '{'"),
    ("{", "column 2: expected a key in double quotes, found the end of the text"),
    ("{a:1}", "column 2: expected a key in double quotes, found 'a'"),
    ("{\"a\" 1}", "column 6: expected ':' after the key 'a', found '1'"),
    ("{\"a\":1 \"b\":2}", "column 8: expected ',' or '}' in the object, found '\"'"),
    ("{\"a\":1,}", "column 8: expected a key in double quotes, found '}'"),
    ("{\"a\":1}}", "column 8: expected the end of the text, found '}'"),
    ("{\"a\":1}\0", "column 8: expected the end of the text, found byte 0x0"),
    ("{\"a\":[1,]}", "column 9: expected a value, found ']'"),
    ("{\"a\":[1 2]}", "column 9: expected ',' or ']' in the array, found '2'"),
    ("{\"a\":1,\"a\":2}", "column 8: duplicate key 'a'"),
    ("{\"a\":tru}", "column 6: expected true"),
    ("{\"a\":NaN}", "column 6: expected a value, found 'N'"),
    ("{\"a\":01}", "column 6: a number does not start with 0 before other digits"),
    ("{\"a\":-}", "column 7: expected a digit, found '}'"),
    ("{\"a\":+1}", "column 6: expected a value, found '+'"),
    ("{\"a\":.5}", "column 6: expected a value, found '.'"),
    ("{\"a\":1.}", "column 8: expected a digit, found '}'"),
    ("{\"a\":1e}", "column 8: expected a digit, found '}'"),
    ("{\"a\":0x10}", "column 7: expected ',' or '}' in the object, found 'x'"),
    ("{\"a\":18446744073709551616}", "column 6: the integer does not fit 64 bits"),
    ("{\"a\":-9223372036854775809}", "column 6: the integer does not fit 64 bits"),
    ("{\"a\":1e400}", "column 6: the number is too large"),
    ("{\"a\":\"x}", "column 6: the string has no closing quote"),
    ("{\"a\":\"\\", "column 7: no such escape in a string; a backslash is written '\\\\'"),
    ("{\"a\":\"\\x\"}", "column 7: no such escape in a string; a backslash is written '\\\\'"),
    ("{\"a\":\"\\u12\"}", "column 7: no such escape in a string; a backslash is written '\\\\'"),
    ("{\"a\":\"\\ud800\"}", "column 7: half of a surrogate pair in a string"),
    ("{\"a\":\"\\ud800\\u0041\"}", "column 7: half of a surrogate pair in a string"),
    ("{\"a\":\"\\udc00\"}", "column 7: half of a surrogate pair in a string"),
    ("{\"a\":\"\t\"}", "column 7: a control character in a string must be escaped"),
    ("\u{FEFF}{}", "column 1: expected a value, found byte 0xEF"),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSONObject(parsing: Array(text.utf8)) }
    #expect(error?.description == message)
  }

  @Test(arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0x80]] as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) {
    let error = #expect(throws: JSONError.self) {
      try JSONObject(parsing: Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8))
    }
    #expect(error?.description == "column 6: the string is not UTF-8")
  }

  @Test func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try value(nested(127))
    #expect(throws: JSONError("nested deeper than 128", column: 133)) { try value(nested(128)) }
    for open in ["[", "{\"a\":"] {
      let bottomless = String(repeating: open, count: 1_000_000)
      #expect(throws: JSONError.self) { try JSONObject(parsing: Array(bottomless.utf8)) }
      #expect(throws: JSONError.self) { try value(bottomless) }
    }
  }

  @Test func longNumbers() throws {
    let digits = String(repeating: "9", count: 1_000_000)
    #expect(throws: JSONError("the integer does not fit 64 bits", column: 6)) { try value(digits) }
    #expect(throws: JSONError("the number is too large", column: 6)) { try value(digits + ".5") }
    #expect(try value("0." + digits) == .double(1))
  }

  /// Whatever byte is changed, added or cut off, the reader gives an object or an error.
  @Test func neverTraps() {
    let text = Array(#"{"a": [1, -2.5e3, "x\n\ud83d\ude00"], "b": {"c": null, "d": true}}"#.utf8)
    for at in text.indices {
      _ = try? JSONObject(parsing: Array(text[..<at]))
      _ = try? JSONObject(parsing: Array(text[at...]))
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[at] = byte
        _ = try? JSONObject(parsing: changed)
        changed = text
        changed.insert(byte, at: at)
        _ = try? JSONObject(parsing: changed)
      }
    }
  }
}

@Suite struct JSONObjectTests {
  private func object() throws -> JSONObject {
    try JSONObject(
      parsing: Array(#"{"s":"x","i":300,"d":1.0,"b":true,"n":null,"a":[1],"o":{"i":-1}}"#.utf8))
  }

  @Test func members() throws {
    let object = try object()
    #expect(try object.string("s") == "x")
    #expect(try object.integer("i") == 300)
    #expect(try object.bool("b") == true)
    #expect(try object.array("a") == [.integer(1)])
    #expect(try object.object("o")?.integer("i", as: Int8.self) == -1)
    #expect(object["d"] == .double(1))
    #expect(try object.string("absent") == nil)
    #expect(try object.integer("absent") == nil)
  }

  @Test func mismatches() throws {
    let object = try object()
    let cases: [(String, () throws -> Void)] = [
      ("'i' must be a string, not an integer", { _ = try object.string("i") }),
      ("'i' must be an integer from 0 to 255, not 300", { _ = try object.integer("i", as: UInt8.self) }),
      (
        "'d' must be an integer from 0 to 255, not a number with a fraction",
        {
          _ = try object.integer("d", as: UInt8.self)
        }
      ),
      ("'b' must be an integer from 0 to 255, not true", { _ = try object.integer("b", as: UInt8.self) }),
      ("'n' must be true or false, not null", { _ = try object.bool("n") }),
      ("'o' must be an array, not an object", { _ = try object.array("o") }),
      ("'a' must be an object, not an array", { _ = try object.object("a") }),
      (
        "unknown key 'd'; did you mean 'dd'?",
        { try object.expectKeys(["s", "i", "b", "n", "a", "o", "dd"]) }
      ),
    ]
    for (message, body) in cases {
      let error = #expect(throws: JSONError.self) { try body() }
      #expect(error?.description == message)
    }
    try object.expectKeys(["s", "i", "d", "b", "n", "a", "o"])
  }
}
