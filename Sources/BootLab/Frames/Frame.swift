/// A piece of what the guest has to say, as it travels over a serial port.
///
///     0        4      5          9        13             13 + length
///     | magic  | kind | sequence | length | payload ...  | CRC-32 of kind ... payload |
///
/// Numbers are little-endian. The sequence counts frames from 0, so that a lost one is missed; the checksum
/// tells a frame from console noise that happens to begin like one.
struct Frame: Hashable {
  /// What the payload is.
  enum Kind: UInt8 {
    /// The program runs; the payload is the kernel's release.
    case started = 1
    /// Bytes of the program's standard output.
    case output
    /// Bytes of the program's standard error.
    case error
    /// Something the user should know, in words.
    case note
    /// The guest is there, and has nothing else to say.
    case alive
    /// The program has ended; the payload is its exit status.
    case exited
    /// The program was ended by a signal; the payload is its number.
    case killed
    /// The program could not be run; the payload says why.
    case failed
  }

  var kind: Kind
  var payload: [UInt8]

  static let magic: [UInt8] = [0x1E, 0x58, 0x53, 0x02]
  static let headerSize = 13
  static let checksumSize = 4
  /// The largest payload; a longer one is several frames.
  static let maximum = 1 << 14

  init(_ kind: Kind, _ payload: some Sequence<UInt8> = []) {
    self.kind = kind
    self.payload = Array(payload)
  }

  /// The frame's bytes.
  func encoded(sequence: UInt32) -> [UInt8] {
    precondition(payload.count <= Self.maximum, "a frame of \(payload.count) bytes")
    var bytes = Self.magic
    bytes.append(kind.rawValue)
    bytes.append(littleEndian: sequence)
    bytes.append(littleEndian: UInt32(payload.count))
    bytes += payload
    bytes.append(littleEndian: CRC32.of(bytes[Self.magic.count...]))
    return bytes
  }
}

/// The checksum of gzip and zip.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let table = table
    return ~bytes.reduce(0xFFFF_FFFF) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}

extension [UInt8] {
  mutating func append(littleEndian value: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The number of `size` bytes at `offset` from the start; `nil` if they are not all there.
  func littleEndian(at offset: Int, size: Int = 4) -> UInt64? {
    guard offset >= 0, offset <= count, size <= count - offset else { return nil }
    let start = startIndex + offset
    return self[start..<start + size].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
