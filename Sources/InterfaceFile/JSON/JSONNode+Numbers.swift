import Documents
import ExtensibleStructs

extension JSONNode {
  /// A number written as such, or as a string in hexadecimal: `123` or `"0x7b"`.
  private func number() throws(FileProblem) -> Int128 {
    switch value {
    case .integer(let number): return number
    case .string(let text):
      guard text.hasPrefix("0x"), text.utf8.count <= 18,
        text.utf8.dropFirst(2).allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
        let number = UInt64(text.dropFirst(2), radix: 16)
      else { throw problem("'\(text)' is no number; write 123 or \"0x7b\"") }
      return Int128(number)
    default: throw mismatch("a number, such as 123 or \"0x7b\"")
    }
  }

  /// An integer of a range.
  func integer(in range: ClosedRange<Int>) throws(FileProblem) -> Int {
    let number = try number()
    guard let integer = Int(exactly: number), range.contains(integer) else {
      throw problem("must be from \(range.lowerBound) to \(range.upperBound), not \(number)")
    }
    return integer
  }

  /// Bits of a member or an argument.
  func bits() throws(FileProblem) -> UInt64 {
    let number = try number()
    guard let bits = UInt64(exactly: number) else {
      throw problem("must be from 0 to 2^64 - 1, not \(number)")
    }
    return bits
  }

  /// What a register holds: a negative number keeps its sign in 64 bits.
  func register() throws(FileProblem) -> UInt64 { UInt64(truncatingIfNeeded: try number()) }

  /// A number of bytes that is laid out in memory.
  func bytes(from least: Int = 0, through greatest: Int = JSONNode.mostBytes) throws(FileProblem) -> Int {
    try integer(in: least...greatest)
  }

  /// The most bytes that are laid out in memory: 16 MiB.
  static let mostBytes = 16 << 20

  /// An errno by its C name, or by its number.
  func errno() throws(FileProblem) -> LinuxErrno {
    if case .integer = value { return LinuxErrno(rawValue: Int32(try integer(in: 1...4095))) }
    guard case .string(let text) = value else { throw mismatch("an errno, such as \"EINVAL\"") }
    guard let errno = LinuxErrno(name: text) else {
      throw problem("'\(text)' is no errno; write its C name, such as \"EINVAL\", or its number")
    }
    return errno
  }
}

extension JSONWriter {
  /// Writes bits in hexadecimal, such as `"0x7b"`.
  mutating func bits(_ value: UInt64) { string("0x\(String(value, radix: 16))") }

  /// Writes an errno by its C name, or by its number where it has none.
  mutating func errno(_ errno: LinuxErrno) {
    if let name = errno.name { string(name) } else { int(errno.rawValue) }
  }

  /// Writes a member that is bits.
  mutating func field(bits name: String, _ value: UInt64) {
    key(name)
    bits(value)
  }

  /// Writes a member that is an errno.
  mutating func field(errno name: String, _ errno: LinuxErrno) {
    key(name)
    self.errno(errno)
  }
}
