public import ExtensibleStructs
public import KernelInterfaces

/// The real interfaces of Linux, as data: a file each, and one line here.
///
/// What a release does is a list of facts, each with its evidence (``KernelInterfaces/Fact``). Left out: FUSE, whose
/// version is negotiated once for a whole connection and whose replies differ by it, and rseq, whose size is said at
/// registration and announced through the auxiliary vector: neither is a call that a struct comes with.
public enum Catalog {
  /// Every interface.
  ///
  /// - Throws: ``InterfaceError`` if one of them is declared wrong.
  public static func interfaces() throws(InterfaceError) -> [Interface] {
    [
      try kvmSetUserMemoryRegion(),
      try kvmSetUserMemoryRegion2(),
      try kvmSetUserMemoryRegion2Posted(),
      try kvmCreateGuestMemfd(),
      try schedSetattr(),
      try schedGetattr(),
      try kvmEnableCap(),
      try kvmIrqfd(),
      try kvmIoeventfd(),
      try kvmCreateDevice(),
      try kvmSetClock(),
      try kvmSetMemoryAttributes(),
      try kvmClearDirtyLog(),
      try kvmSetPMUEventFilter(),
      try kvmSetGsiRouting(),
      try kvmSignalMsi(),
      try kvmSetDebugregs(),
      try kvmSetVCPUEvents(),
      try kvmCreatePit2(),
      try kvmSetPit2(),
      try kvmReinjectControl(),
      try kvmSetIrqchip(),
      try kvmIrqLineStatus(),
      try kvmXenHVMConfig(),
      try kvmXenHVMSetAttr(),
      try kvmHypervEventfd(),
      try kvmRegisterCoalescedMMIO(),
      try kvmUnregisterCoalescedMMIO(),
      try kvmGetDirtyLog(),
      try kvmSetMSRFilter(),
      try kvmEnableManualDirtyLog(),
      try kvmEnableX2APIC(),
      try kvmEnableUserSpaceMSR(),
      try kvmEnableExitHypercall(),
      try kvmEnableExitOnEmulationFailure(),
      try kvmEnableDisableQuirks2(),
      try kvmEnableHaltPoll(),
      try kvmEnableSplitIrqchip(),
      try kvmEnableDirtyLogRing(),
      try kvmPreFaultMemory(),
      try kvmSetSregs2(),
      try kvmSetGuestDebug(),
      try kvmSetMPState(),
      try kvmSetCPUID2(),
      try kvmSetMSRs(),
      try kvmTPRAccessReporting(),
      try kvmSetMCE(),
      try kvmSetDeviceAttr(),
      try kvmHasDeviceAttr(),
      try kvmInterrupt(),
      try kvmTranslate(),
      try perfEventOpen(),
      try openat2(),
      try clone3(),
      try mountSetattr(),
      try openTreeAttr(),
      try landlockCreateRuleset(),
      try landlockAddRule(),
      try tcpAOInfo(),
      try seccompNotifAddfd(),
      try fileSetattr(),
      try fileGetattr(),
      try setxattrat(),
      try getxattrat(),
      try statx(),
      try nameToHandleAt(),
      try fideduperange(),
      try epollSetParams(),
      try statmount(),
      try listmount(),
      try listns(),
      try bpf(),
      try bpfMapCreate(),
      try bpfMapLookupElem(),
      try bpfProgLoad(),
      try bpfMapGetFdById(),
      try bpfObjGetInfoByFd(),
      try bpfBTFLoad(),
      try bpfBTFGetFdById(),
      try bpfLinkCreate(),
      try bpfLinkUpdate(),
      try bpfIterCreate(),
      try bpfProgBindMap(),
      try pidfdGetInfo(),
      try procmapQuery(),
      try nsMntGetInfo(),
      try nsMntGetNext(),
      try nsMntGetPrev(),
      try uffdioAPI(),
      try ioUringSetup(),
      try ioUringEnter(),
      try ioUringRegisterProbe(),
      try ioUringRegisterFilesUpdate(),
      try ioUringRegisterFiles2(),
      try ioUringRegisterFilesUpdate2(),
      try ioUringUnregisterPbufRing(),
      try ioUringRegisterSyncCancel(),
      try ioUringRegisterFileAllocRange(),
      try ioUringRegisterPbufStatus(),
      try ioUringRegisterClock(),
      try ioUringRegisterCloneBuffers(),
      try ioUringRegisterMemRegion(),
      try ioUringQuery(),
      try futexWaitv(),
      try cachestat(),
      try lsmListModules(),
      try iommuIoasAlloc(),
      try vfioIommuGetInfo(),
      try vfioIommuMapDma(),
      try drmSyncobjWait(),
    ]
  }

  /// Every struct once, with the schemes to compare for it: those of the discussion first, then the others by their
  /// interfaces.
  ///
  /// - Throws: ``InterfaceError`` if one of them is declared wrong.
  public static func structures() throws(InterfaceError) -> [CatalogEntry] {
    var all = try discussed()
    for history in try interfaces().map(\.history) where !all.contains(where: { $0.name == history.name }) {
      all.append(CatalogEntry(history))
    }
    return all
  }

  /// The structs that the discussion was about, and the one that it held up to them.
  private static func discussed() throws(InterfaceError) -> [CatalogEntry] {
    let region = try history(KVMUserspaceMemoryRegion.self)
    return [
      // REGION2 is 160 bytes long from its first version on, so that the comparison is with the real one.
      CatalogEntry(region, replacing: .newIoctl, by: .newIoctl(paddedTo: 160)),
      CatalogEntry(try history(KVMUserspaceMemoryRegion2.self)),
      CatalogEntry(try history(KVMUserspaceMemoryRegion2Posted.self)),
      CatalogEntry(try history(KVMCreateGuestMemfd.self)),
      CatalogEntry(try history(SchedAttr.self)),
    ]
  }

  /// The newest release that the catalog describes.
  public static let newest = Release(7, 3)

  /// The kernels that answered every case of an interface as the facts say; none for one that was not asked.
  private static let asked: [String: [Release]] = {
    var asked: [String: [Release]] = [:]
    for (names, lines) in answers {
      let kernels = lines.flatMap { line in line.points.map { Release(line.major, line.minor, $0) } }
      for name in names { asked[name] = kernels }
    }
    return asked
  }()

  /// An interface of the catalog, which is described up to ``newest``.
  static func described<S: ExtensibleStruct>(
    _ name: String, _ type: S.Type, _ summary: String, call: CallShape, queries: [CapabilityQuery] = [],
    older: [OlderCall] = [], _ facts: [Fact]
  ) throws(InterfaceError) -> Interface {
    try Interface(
      name, history: history(type), summary: summary, call: call, asked: asked[name] ?? [], through: newest,
      queries: queries, older: older, facts: facts)
  }

  /// The checked history of a declared struct, with an error that an interface can throw.
  static func history<S: ExtensibleStruct>(_ type: S.Type) throws(InterfaceError) -> History {
    do { return try History(type) } catch {
      throw InterfaceError(error.structure, .scheme(.declaration(error)))
    }
  }
}

/// A struct of the catalog: its history, and the schemes to compare for it.
public struct CatalogEntry: Sendable {
  /// How the struct grew.
  public let history: History
  /// The schemes to compare, by name.
  public let schemes: [Scheme]

  /// The struct's C name.
  public var name: String { history.name }

  /// Takes the five schemes of the discussion, with one of them replaced where the real one differs.
  init(_ history: History, replacing old: Scheme? = nil, by new: Scheme? = nil) {
    self.history = history
    schemes = Scheme.five(for: history).map { $0.name == old?.name ? new ?? $0 : $0 }
  }

  /// Takes the five schemes of the discussion and the interface's own, which takes the place of the one of its name.
  ///
  /// A struct that is handed out, and one that comes in an array, is compared under the five alone.
  package init(of interface: Interface) {
    history = interface.history
    let own = interface.newest.scheme
    let five = Scheme.five(for: history)
    if own.input == nil || own.size.source == .elements {
      schemes = five
    } else if five.contains(where: { $0.name == own.name }) {
      schemes = five.map { $0.name == own.name ? own : $0 }
    } else {
      schemes = five + [own]
    }
  }
}
