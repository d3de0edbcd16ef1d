public import ExtensibleStructs
public import KernelInterfaces

/// `struct file_dedupe_range`: bytes of a file that other files have too. 24 bytes, with an entry for each other file behind it.
public struct FileDedupeRange: ExtensibleStruct, Hashable {
  /// The first byte.
  public var srcOffset: UInt64 = 0
  /// How many bytes.
  public var srcLength: UInt64 = 0
  /// How many other files there are.
  public var destCount: UInt16 = 0
  /// Must be zero.
  public var reserved1: UInt16 = 0
  /// Must be zero.
  public var reserved2: UInt32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "file_dedupe_range"
  ) {
    Published("VER0", through: \.reserved2)
    Reserved(\.reserved1)
    Reserved(\.reserved2)
  }
}

extension Catalog {
  /// `FIDEDUPERANGE`, 0xc0189436 (Linux 4.5), with no other file, on a folder: the reserved words are looked at before
  /// the kind of the file. Described from 4.20 on.
  public static func fideduperange() throws(InterfaceError) -> Interface {
    let scheme = Scheme("reserved-words", size: .fixed, summary: "a fixed struct with reserved words").with {
      $0.input?.pad = .mustBeZero(else: .EINVAL)
    }
    return try described(
      "fideduperange", FileDedupeRange.self, "lets files share bytes that are the same",
      call: CallShape(
        .ioctl(on: .path("/"), [.read, .write], type: 0x94, number: 54, size: 24),
        passing: [.init(.EISDIR, .state, "the file is a folder")], unmodelled: ["dest_count": .max]),
      [
        Fact(
          until: Release(4, 20), .notDescribed("nobody has looked at releases before 4.20"),
          .assumed()),
        Fact(
          since: Release(4, 20), .call(version: 0, scheme),
          .source("fs/read_write.c at 4.20 and 5.9.2, fs/remap_range.c at 5.10.262 and 7.3")),
      ])
  }
}
