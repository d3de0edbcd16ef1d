/// A number in groups of three digits.
package func grouped(_ number: Int) -> String {
  var text = ""
  for (index, digit) in String(number.magnitude).reversed().enumerated() {
    if index > 0, index % 3 == 0 { text.append(" ") }
    text.append(digit)
  }
  return (number < 0 ? "-" : "") + String(text.reversed())
}

/// A number with so many digits behind its point; one that no 64 bits hold at that scale is written as Swift does.
package func fixed(_ value: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
  guard abs(value) * Double(scale) < 9e18 else { return "\(value)" }
  let scaled = Int(abs(value) * Double(scale) + 0.5)
  guard digits > 0 else { return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled)" }
  let fraction = String(scaled % scale)
  let zeros = String(repeating: "0", count: digits - fraction.count)
  return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled / scale).\(zeros)\(fraction)"
}

/// A number in hexadecimal, such as `0x1f`.
package func hex(_ value: some BinaryInteger) -> String { "0x" + String(value, radix: 16) }

extension Duration {
  /// Such as `0.42 s`.
  package var formatted: String {
    let hundredths = Int(components.seconds) * 100 + Int(components.attoseconds / 10_000_000_000_000_000)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
