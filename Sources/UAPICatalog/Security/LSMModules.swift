public import ExtensibleStructs
public import KernelInterfaces

/// What `lsm_list_modules` writes: a `u64` for each active security module, of which there is one at least.
public struct LSMModules: ExtensibleStruct, Hashable {
  /// `LSM_ID_*` of the first.
  public var id: UInt64 = 0

  /// Zero.
  public init() {}

  /// The least there is. How many ids follow is up to the machine, so that a kernel's size has to be given.
  public static let history = Declaration(Self.self, "lsm_modules") { Published("VER0", through: \.id) }
}

extension Catalog {
  /// `lsm_list_modules` (Linux 6.8): the size goes in and out through a pointer.
  ///
  /// Flags first; then the needed size is written, whatever happens after; a smaller buffer is E2BIG, of which
  /// nothing is touched; the ids are written one by one.
  public static func lsmListModules() throws(InterfaceError) -> Interface {
    let scheme = Scheme(
      "size-pointer", size: .pointer(tooSmall: .E2BIG),
      direction: .handsOut(Scheme.Output(tail: .leftAlone)),
      summary: "a second pointer leads to the size; the needed one comes back"
    ).with { $0.flagsArgument = .rejectedFirst(known: 0, .EINVAL) }
    return try described(
      "lsm_list_modules", LSMModules.self, "lists the active security modules", call: lsmListModulesCall,
      [
        Fact(
          since: Release(6, 8), until: Release(6, 9),
          .notDescribed("the word that holds the size was a size_t, and is a u32 since"),
          .source("security/lsm_syscalls.c at 6.8.1")),
        Fact(since: Release(6, 8), .call(version: 0, scheme), .source("security/lsm_syscalls.c at 6.9.0")),
      ])
  }

  private static let lsmListModulesCall = CallShape(
    .systemCall(.everywhere(461)),
    [
      .init("ids", .pointer, .structure),
      .init("size", .pointer, .sizeWord(bytes: 4)),
      .init("flags", .unsignedInt, .flags()),
    ])
}
