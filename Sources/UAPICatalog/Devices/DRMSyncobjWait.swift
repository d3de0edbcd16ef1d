public import ExtensibleStructs
public import KernelInterfaces

/// `struct drm_syncobj_wait`: the form of DRM's structs that grew.
public struct DRMSyncobjWait: ExtensibleStruct, Hashable {
  /// The address of the handles.
  public var handles: UInt64 = 0
  /// Until when to wait.
  public var timeoutNsec: Int64 = 0
  /// How many handles.
  public var countHandles: UInt32 = 0
  /// `DRM_SYNCOBJ_WAIT_FLAGS_*`.
  public var flags: UInt32 = 0
  /// The first that was signalled; only handed out.
  public var firstSignaled: UInt32 = 0
  /// Explicit pad.
  public var pad: UInt32 = 0
  /// The deadline hint.
  public var deadlineNsec: UInt64 = 0

  /// Every member zero.
  public init() {}

  /// 32 bytes, then 40 with a deadline behind flag bit 3.
  public static let history = Declaration(
    Self.self, "drm_syncobj_wait", flags: \.flags, known: 0b11
  ) {
    Published("VER0", through: \.pad)
    Published("VER1", through: \.deadlineNsec, gate: 0b1000)
    Reserved(\.pad)
  }
}

extension Catalog {
  /// `DRM_IOCTL_SYNCOBJ_WAIT` (Linux 4.14): the DRM form. Any size is taken: a shorter struct is extended with zeros, a
  /// longer one fetched whole and cut off without a look.
  ///
  /// A caller that is newer than its kernel cannot notice. The struct is copied back, whatever came of the call; with what
  /// is not described. Not run: it takes a graphics device.
  public static func drmSyncobjWait() throws(InterfaceError) -> Interface {
    let scheme = Scheme(
      "drm", size: .command(.anySize(Scheme.Bounds())),
      summary: "DRM: any size; zeros extend, the tail is cut off"
    ).with {
      $0.input?.tail = .fetched
      $0.input?.flagBeyondSize = .ignored
      $0.input?.copiesBack = true
      $0.input?.refusal = .copiedBack
    }
    return try described(
      "drm_syncobj_wait", DRMSyncobjWait.self, "waits for synchronization objects",
      call: CallShape(
        .ioctl(on: .unavailable("it needs a DRM device"), [.read, .write], type: 0x64, number: 0xc3)),
      [
        Fact(
          since: Release(4, 14), .call(version: 0, scheme),
          .source("drm/drm.h of 4.14, and not of 4.12.3; drm_ioctl at 4.4.0 to 7.3")),
        Fact(since: Release(4, 14), .flags(0b11), .source("drm_syncobj.c at 4.19.95 to 6.6.9")),
        Fact(
          since: Release(6, 8), .call(version: 1, scheme),
          .source("drm/drm.h of 6.8, and not of 6.7; drm_syncobj.c at 6.8.1")),
      ])
  }
}
