import LinuxSystem

/// A range of guest memory as one wants it: where the guest sees it and what is behind it.
package struct MemorySlot: Sendable {
  /// What a slot does beyond showing memory.
  package struct Flags: OptionSet, Hashable, Sendable {
    /// The bits as they stand in the struct.
    package var rawValue: UInt32
    /// Takes any bits, known to this package or not.
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    /// Keeps a log of the pages written. The corresponding C constant is `KVM_MEM_LOG_DIRTY_PAGES`.
    package static var logDirtyPages: Flags { Flags(rawValue: 1) }
    /// Turns the guest's writes into exits. The corresponding C constant is `KVM_MEM_READONLY`.
    package static var readonly: Flags { Flags(rawValue: 2) }
    /// Backs the slot with a guest_memfd. The corresponding C constant is `KVM_MEM_GUEST_MEMFD`.
    package static var guestMemfd: Flags { Flags(rawValue: 4) }
  }

  /// A range of a guest_memfd, as long as the slot.
  package struct GuestMemfdRange: Hashable, Sendable {
    /// The file's number. Whoever owns it has to keep it open for as long as the slot is set.
    package var descriptor: Int32
    /// Where the range starts, in bytes, a multiple of the page size.
    package var offset: UInt64

    /// A range of the file `descriptor`, from `offset` on.
    package init(_ file: GuestMemfd, offset: UInt64 = 0) {
      descriptor = file.descriptor.rawValue
      self.offset = offset
    }
  }

  /// The slot's number. Setting a number again may move that slot in the guest or turn its log on and off;
  /// another memory or size is EINVAL until the slot is removed.
  package var slot: UInt32
  /// Where the guest sees the memory: a guest physical address, a multiple of the page size.
  package var guestAddress: UInt64
  /// The memory that the guest sees.
  package var memory: GuestMemory
  /// Which bytes of `memory` the guest sees, whole pages.
  package var range: Range<Int>
  /// What the slot does beyond showing memory. `guestMemfd` is added where there is a range of one.
  package var flags: Flags
  /// The file behind the slot, if it is to be one. `memory` stays what the guest sees where it shares, and
  /// what KVM itself reads on the guest's behalf.
  package var guestMemfd: GuestMemfdRange?

  /// A slot that shows `range` of `memory`, all of it if nil, to the guest at `guestAddress`.
  package init(
    _ slot: UInt32, at guestAddress: UInt64, _ memory: GuestMemory, range: Range<Int>? = nil,
    flags: Flags = [],
    guestMemfd: GuestMemfdRange? = nil
  ) {
    self.slot = slot
    self.guestAddress = guestAddress
    self.memory = memory
    self.range = range ?? 0..<memory.length
    self.flags = flags
    self.guestMemfd = guestMemfd
  }

  var size: UInt64 { UInt64(range.count) }
  var userAddress: UInt64 { memory.mapping.address &+ UInt64(bitPattern: Int64(range.lowerBound)) }

  func flags(for ioctl: RegionIoctl) -> Flags {
    guestMemfd == nil || ioctl == .region ? flags : flags.union(.guestMemfd)
  }
}
