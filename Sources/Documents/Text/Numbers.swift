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

/// A number in few characters: whole if it is, else with about three digits that count; `1.5e20` if it is very large or
/// very small.
package func short(_ value: Double) -> String {
  guard value.isFinite else { return "-" }
  let size = abs(value)
  if size == 0 { return "0" }
  if size >= 1e12 || size < 1e-3 { return scientific(value) }
  if value == value.rounded() { return grouped(Int(value)) }
  if size >= 99.95 { return grouped(Int(value.rounded())) }
  var text = fixed(value, size >= 9.995 ? 1 : size >= 0.995 ? 2 : size >= 0.0995 ? 3 : 5)
  while text.hasSuffix("0") { text.removeLast() }
  return text.hasSuffix(".") ? String(text.dropLast()) : text
}

private func scientific(_ value: Double) -> String {
  var exponent = Int((binaryLogarithm(abs(value)) * 0.30102999566398120).rounded(.down))
  // In two steps, since a power of ten that is as small as the smallest numbers is 0 already.
  var digits = value / power(of: 10, exponent / 2) / power(of: 10, exponent - exponent / 2)
  if abs(digits) < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
  if abs(digits) >= 9.995 { (digits, exponent) = (digits / 10, exponent + 1) }
  var text = fixed(digits, 2)
  while text.hasSuffix("0") { text.removeLast() }
  if text.hasSuffix(".") { text.removeLast() }
  return "\(text)e\(exponent)"
}

/// A power with a whole exponent.
func power(of base: Double, _ exponent: Int) -> Double {
  var (result, factor, rest) = (1.0, base, exponent.magnitude)
  while rest > 0 {
    if rest & 1 == 1 { result *= factor }
    factor *= factor
    rest >>= 1
  }
  return exponent < 0 ? 1 / result : result
}

/// The logarithm to base 2 of a number above 0; this module links no C library that would have it.
func binaryLogarithm(_ value: Double) -> Double {
  // ln m = 2 artanh z with z = (m - 1) / (m + 1); m is in [1, 2), so z is at most 1/3 and 18 terms are exact.
  let z = (value.significand - 1) / (value.significand + 1)
  var (sum, term) = (0.0, z)
  for odd in stride(from: 1.0, through: 35, by: 2) {
    sum += term / odd
    term *= z * z
  }
  return Double(value.exponent) + 2 * sum / 0.69314718055994530942
}
