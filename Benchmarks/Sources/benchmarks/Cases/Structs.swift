import ExtensibleStructs

// The structs as an importer declares its own: the library's code is inlined from its module into this one.

/// `struct sched_attr`.
struct Attr: ExtensibleStruct {
  var size: UInt32 = 0
  var policy: UInt32 = 0
  var flags: UInt64 = 0
  var nice: Int32 = 0
  var priority: UInt32 = 0
  var runtime: UInt64 = 0
  var deadline: UInt64 = 0
  var period: UInt64 = 0
  var utilMin: UInt32 = 0
  var utilMax: UInt32 = 0

  @inline(__always)
  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "sched_attr", size: \.size, flags: \.flags, known: 0x1f) {
      Published("VER0", through: \.period)
      Published("VER1", through: \.utilMax, gate: 0x60)
    }
  }
}

/// `struct sched_attr` as it was before Linux 5.3.
struct OldAttr: ExtensibleStruct {
  var size: UInt32 = 0
  var policy: UInt32 = 0
  var flags: UInt64 = 0
  var nice: Int32 = 0
  var priority: UInt32 = 0
  var runtime: UInt64 = 0
  var deadline: UInt64 = 0
  var period: UInt64 = 0

  @inline(__always)
  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "sched_attr", size: \.size, flags: \.flags, known: 0x1f) {
      Published("VER0", through: \.period)
    }
  }
}

/// `struct kvm_userspace_memory_region` as it might have grown.
struct Region: ExtensibleStruct {
  var slot: UInt32 = 0
  var flags: UInt32 = 0
  var guestPhysAddr: UInt64 = 0
  var memorySize: UInt64 = 0
  var userspaceAddr: UInt64 = 0
  var guestMemfdOffset: UInt64 = 0
  var guestMemfd: UInt32 = 0
  var pad1: UInt32 = 0

  @inline(__always)
  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "kvm_userspace_memory_region", flags: \.flags, known: 0b11) {
      Published("VER0", through: \.userspaceAddr)
      Published("VER1", through: \.pad1, gate: 0b100)
      FlagsField.Conflict(0b100, excludes: 0b11)
      Reserved(\.pad1)
    }
  }
}

/// `struct kvm_userspace_memory_region2`.
struct Region2: ExtensibleStruct {
  var slot: UInt32 = 0
  var flags: UInt32 = 0
  var guestPhysAddr: UInt64 = 0
  var memorySize: UInt64 = 0
  var userspaceAddr: UInt64 = 0
  var guestMemfdOffset: UInt64 = 0
  var guestMemfd: UInt32 = 0
  var pad1: UInt32 = 0
  var pad2: InlineArray<14, UInt64> = .init(repeating: 0)

  @inline(__always)
  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "kvm_userspace_memory_region2", flags: \.flags, known: 0b11) {
      Published("VER0", through: \.userspaceAddr)
      Published("VER1", through: \.pad1, gate: 0b100)
      FlagsField.Conflict(0b100, excludes: 0b11)
      Reserved(\.pad1)
      Reserved(\.pad2)
    }
  }
}

/// The static pad of `KVM_SET_USER_MEMORY_REGION2`.
enum PaddedTo160: FixedScheme {
  @inline(__always)
  static var scheme: Scheme { .staticPad(to: 160) }
}
