import Documents
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1 000"), (1_234_567, "1 234 567"), (-123, "-123"), (-1000, "-1 000"),
  ])
  func groups(number: Int, expected: String) { #expect(grouped(number) == expected) }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (7.0, "7"), (9.4, "9.4"), (7.25, "7.25"), (14.21, "14.2"), (99.96, "100"),
    (1234.5, "1 235"), (0.5, "0.5"), (0.1234, "0.123"), (0.0123, "0.0123"), (0.0005, "5e-4"),
    (1e12, "1e12"), (-1.5e20, "-1.5e20"), (9.999e20, "1e21"), (1e308, "1e308"),
    (.greatestFiniteMagnitude, "1.8e308"), (.leastNonzeroMagnitude, "4.94e-324"), (.nan, "-"),
    (.infinity, "-"),
  ])
  func shortens(number: Double, expected: String) { #expect(short(number) == expected) }

  @Test(arguments: [
    (1.25, 1, "1.3"), (-0.04, 1, "0.0"), (2.5, 0, "3"), (1e300, 2, "1e+300"), (.nan, 1, "nan"),
    (.infinity, 0, "inf"),
  ])
  func fixesDigits(number: Double, digits: Int, expected: String) {
    #expect(fixed(number, digits) == expected)
  }

  @Test func units() {
    #expect(hex(UInt64.max) == "0xffffffffffffffff" && hex(0) == "0x0")
    #expect(Duration.milliseconds(420).formatted == "0.42 s" && Duration.seconds(61).formatted == "61.00 s")
  }
}
