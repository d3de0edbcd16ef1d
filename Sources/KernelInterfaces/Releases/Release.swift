/// A release of Linux, such as 6.1 or 6.1.176; or a vendor's, such as 5.14.0@el9.
public struct Release: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The first number.
  public var major: Int
  /// The second number.
  public var minor: Int
  /// The third; a release named without it means the newest of its line, and is greater than any point.
  public var point: Int?
  /// Whose kernel it is, where that is not the mainline's or a stable line's: `el9`. What the mainline does at the
  /// same number holds for it as well, unless a fact names the vendor.
  public var vendor: String?

  /// Makes a release from its numbers.
  public init(_ major: Int, _ minor: Int, _ point: Int? = nil, vendor: String? = nil) {
    self.major = major
    self.minor = minor
    self.point = point
    self.vendor = vendor
  }

  /// Reads `6.1`, `6.1.176`, `5.14.0@el9`, and the running kernel's form `6.18.44-arch1`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let numbers = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let parts = numbers.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard 2...3 ~= parts.count, let major = parts[0], let minor = parts[1] else { return nil }
    let rest = text.dropFirst(numbers.count)
    var vendor: String?
    if rest.first == "@" {
      vendor = String(rest.dropFirst())
      let isName = rest.dropFirst().allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
      }
      guard isName, vendor != "" else { return nil }
    } else if let next = rest.first, !"-+_~".contains(next) {
      return nil
    }
    guard parts.count == 2 || parts[2] != nil else { return nil }
    self.init(major, minor, parts.count == 3 ? parts[2] : nil, vendor: vendor)
  }

  /// `6.1`, `6.1.176` or `5.14.0@el9`.
  public var description: String {
    "\(major).\(minor)" + (point.map { ".\($0)" } ?? "") + (vendor.map { "@\($0)" } ?? "")
  }

  /// The line that it belongs to, such as `6.1`.
  public var line: Release { Release(major, minor, vendor: vendor) }

  /// Whether both belong to one line, of one vendor.
  public func isSameLine(as other: Release) -> Bool { line == other.line }

  /// The first release of the mainline that it means: `6.1.0` for a bare `6.1`, otherwise itself.
  var first: Release { Release(major, minor, point ?? 0) }

  /// By number; a bare `6.1` comes after every `6.1.x`.
  public static func < (left: Release, right: Release) -> Bool {
    (left.major, left.minor, left.point ?? .max, left.vendor ?? "")
      < (right.major, right.minor, right.point ?? .max, right.vendor ?? "")
  }
}
