public import ExtensibleStructs
public import KernelInterfaces

/// `struct file_handle`: how much room there is for a file's handle, which follows. 8 bytes without it.
public struct FileHandleHeader: ExtensibleStruct, Hashable {
  /// The room in bytes, then the length of the handle.
  public var handleBytes: UInt32 = 0
  /// Its kind; only handed out.
  public var handleType: Int32 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(
    Self.self, "file_handle"
  ) {
    Published("VER0", through: \.handleType)
  }
}

extension Catalog {
  /// `name_to_handle_at` (Linux 2.6.39) without room for a handle: EOVERFLOW, with the needed length in the struct, so that
  /// the struct is copied back although the call fails. Room for more than 128 bytes is EINVAL.
  public static func nameToHandleAt() throws(InterfaceError) -> Interface {
    func scheme(_ known: UInt64) -> Scheme {
      Scheme("needed-size", size: .fixed, summary: "the needed length comes back, with an errno").with {
        $0.flagsArgument = .rejectedFirst(known: known, .EINVAL)
        $0.input?.copiesBack = true
      }
    }
    return try described(
      "name_to_handle_at", FileHandleHeader.self, "makes a handle of a file", call: nameToHandleCall,
      [
        Fact(
          since: Release(2, 6, 39), .call(version: 0, scheme(0x1400)),
          .source("fs/fhandle.c at 3.14.1 to 6.4; that it was 2.6.39 is assumed")),
        Fact(
          since: Release(6, 5), .call(version: 0, scheme(0x1600)),
          .source("AT_HANDLE_FID: fs/fhandle.c at 6.5.0, and not at 6.4.6")),
        Fact(
          since: Release(6, 12), .call(version: 0, scheme(0x1601)),
          .source("AT_HANDLE_MNT_ID_UNIQUE: fs/fhandle.c at 6.12.118, and not at 6.11.11")),
        Fact(
          since: Release(6, 13), .call(version: 0, scheme(0x1603)),
          .source("AT_HANDLE_CONNECTABLE: fs/fhandle.c at 6.13.2, and not at 6.12.118")),
        Fact(
          since: Release(2, 6, 39), .rule(MemberRule("handle_bytes", .within(0...128))),
          .source("fs/fhandle.c at 3.14.1 to 7.3")),
      ])
  }

  /// A folder whose file system knows handles.
  private static let nameToHandleCall = CallShape(
    .systemCall(SystemCallNumber(x86_64: 303, arm64: 264, i386: 341)),
    [
      .init("dfd", .int, .value(-100)),  // AT_FDCWD
      .init("name", .pointer, .value(.string("/dev"))), .init("handle", .pointer, .structure),
      .init("mnt_id", .pointer, .value(.room(8))),
      // AT_HANDLE_CONNECTABLE excludes AT_HANDLE_FID and AT_EMPTY_PATH, which no rule on an argument can say.
      .init("flag", .int, .flags(unmodelled: 0x2)),
    ],
    passing: [.init(.EOVERFLOW, .limit, "the handle needs more room, and the struct says how much")],
    // With more room the handle may fit, and is written behind the struct.
    unmodelled: ["handle_bytes": 0xfc], filledIn: ["handle_bytes", "handle_type"])
}
