/// A cpio archive in the form "newc", the one that Linux unpacks into its first file system.
///
/// An entry is a header of 110 bytes (a magic number and thirteen hexadecimal numbers of eight digits), the
/// name with a zero byte, and the contents; both end on a multiple of 4.
struct Archive {
  /// The type and the permissions of an entry, as `st_mode` has them.
  struct Mode: RawRepresentable {
    var rawValue: UInt32

    static let folder = Mode(rawValue: 0o040_755)
    static let program = Mode(rawValue: 0o100_755)
    static let file = Mode(rawValue: 0o100_644)
    static let symbolicLink = Mode(rawValue: 0o120_777)
    static let characterDevice = Mode(rawValue: 0o020_600)
  }

  private(set) var bytes: [UInt8] = []
  private var entries: UInt32 = 0

  /// Adds a folder. It has to come before what is in it.
  mutating func folder(_ name: String) { append(name, .folder, []) }

  /// Adds a file.
  ///
  /// - Precondition: The contents are shorter than 4 GiB, the most that the form can say.
  mutating func file(_ name: String, _ contents: [UInt8], mode: Mode = .file) {
    append(name, mode, contents)
  }

  /// Adds a symbolic link.
  mutating func link(_ name: String, to target: String) { append(name, .symbolicLink, Array(target.utf8)) }

  /// Adds a character device.
  mutating func device(_ name: String, major: UInt32, minor: UInt32) {
    append(name, .characterDevice, [], device: (major, minor))
  }

  /// The archive with the entry that ends it.
  consuming func finished() -> [UInt8] {
    append("TRAILER!!!", Mode(rawValue: 0), [])
    return bytes
  }

  private mutating func append(
    _ name: String, _ mode: Mode, _ contents: [UInt8], device: (major: UInt32, minor: UInt32) = (0, 0)
  ) {
    precondition(contents.count <= UInt32.max, "a file of \(contents.count) bytes")
    entries += 1
    bytes += "070701".utf8
    let links: UInt32 = mode.rawValue == Mode.folder.rawValue ? 2 : 1
    let numbers: [UInt32] = [
      entries, mode.rawValue, 0, 0, links, 0, UInt32(contents.count),  // inode ... size; owner and time are 0
      0, 0, device.major, device.minor, UInt32(name.utf8.count + 1), 0,  // devices, the name's size, checksum
    ]
    for number in numbers { appendHexadecimal(number) }
    bytes += name.utf8
    bytes.append(0)
    pad()
    bytes += contents
    pad()
  }

  private mutating func appendHexadecimal(_ number: UInt32) {
    for shift in stride(from: 28, through: 0, by: -4) {
      let digit = UInt8(number >> UInt32(shift) & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x41 - 10 + digit)
    }
  }

  private mutating func pad() { while bytes.count % 4 != 0 { bytes.append(0) } }
}
