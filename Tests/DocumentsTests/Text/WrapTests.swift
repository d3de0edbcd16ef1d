import Documents
import Testing

@Suite struct WrapTests {
  @Test(arguments: [
    ("one two three", 9, 0, "one two\nthree"),
    ("one\ntwo\n\nthree", 80, 2, "  one two\n\n  three"),
    ("a\n  kept as it is\nb", 80, 0, "a\n  kept as it is\nb"),
    ("abcdefghijkl", 8, 0, "abcdefgh\nijkl"),
    ("日本語日本語 x", 8, 0, "日本語日\n本語 x"),
    ("one two", 0, 4, "    one two"),
    ("", 80, 4, ""),
    ("\n\n", 80, 4, ""),
  ])
  func wrapping(text: String, width: Int, indent: Int, expected: String) {
    #expect(wrap(text, width: width, indent: indent) == expected)
  }
}
