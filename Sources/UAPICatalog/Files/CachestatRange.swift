public import ExtensibleStructs
public import KernelInterfaces

/// `struct cachestat_range`: the bytes of a file to count cached pages of. 16 bytes for ever (Linux 6.5).
public struct CachestatRange: ExtensibleStruct, Hashable {
  /// The first byte.
  public var off: UInt64 = 0
  /// How many bytes; 0 for all.
  public var len: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// One version.
  public static let history = Declaration(Self.self, "cachestat_range") { Published("VER0", through: \.len) }
}

extension Catalog {
  /// `cachestat` (Linux 6.5): no size, and flags beside the struct of which none is known yet.
  ///
  /// The flags are looked at once the range was copied, as run on 6.18: an unmapped range wins. So is, since 6.14,
  /// whether the caller may write the file or owns it.
  public static func cachestat() throws(InterfaceError) -> Interface {
    let scheme = Scheme("flags-argument", size: .fixed, summary: "a fixed struct that flags may extend").with
    {
      $0.flagsArgument = .rejectedAfterCopy(known: 0, .EINVAL)
    }
    let guarded = scheme.with { $0.privilege = .askedAfterCopy(.fileOwner, else: .EPERM) }
    return try described(
      "cachestat", CachestatRange.self, "counts a file's cached pages", call: cachestatCall,
      [
        Fact(since: Release(6, 5), .call(version: 0, scheme), .source("mm/filemap.c at 6.5.0")),
        Fact(
          since: Release(6, 14), backports: [Release(6, 12, 12)], .call(version: 0, guarded),
          .source("mm/filemap.c: the patch from 6.12.11 to 6.12.12 of 1 February 2025; for 6.14 by its date")),
        Fact(
          backports: [Release(6, 6, 75), Release(6, 13, 1)], .call(version: 0, guarded),
          .assumed("released in the same days as 6.12.12")),
      ])
  }

  /// The file is root's, and nobody may write it; the 40 bytes are C's `struct cachestat`.
  private static let cachestatCall = CallShape(
    .systemCall(.everywhere(451)),
    [
      .init("fd", .unsignedInt, .value(.file(.path("/proc/version")))),
      .init("cstat_range", .pointer, .structure),
      .init("cstat", .pointer, .value(.room(40))),
      .init("flags", .unsignedInt, .flags()),
    ])
}
