/// A release of Linux, such as 6.1 or 6.1.176.
public struct Release: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The first number.
  public var major: Int
  /// The second number.
  public var minor: Int
  /// The third; a release named without it means the newest of its line, and is greater than any point.
  public var point: Int?

  /// Makes a release from its numbers.
  public init(_ major: Int, _ minor: Int, _ point: Int? = nil) {
    self.major = major
    self.minor = minor
    self.point = point
  }

  /// Reads `6.1`, `6.1.176`, and the running kernel's form `6.18.44-arch1`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let numbers = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let parts = numbers.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard 2...3 ~= parts.count, let major = parts[0], let minor = parts[1] else { return nil }
    if let next = text.dropFirst(numbers.count).first, !"-+_~".contains(next) { return nil }
    guard parts.count == 2 || parts[2] != nil else { return nil }
    self.init(major, minor, parts.count == 3 ? parts[2] : nil)
  }

  /// `6.1` or `6.1.176`.
  public var description: String { "\(major).\(minor)" + (point.map { ".\($0)" } ?? "") }

  /// The first release that it means: `6.1.0` for a bare `6.1`, otherwise itself.
  var first: Release { Release(major, minor, point ?? 0) }

  /// By number; a bare `6.1` comes after every `6.1.x`.
  public static func < (left: Release, right: Release) -> Bool {
    (left.major, left.minor, left.point ?? .max) < (right.major, right.minor, right.point ?? .max)
  }
}
