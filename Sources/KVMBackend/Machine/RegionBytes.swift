/// The bytes of the structs that this layer itself hands to KVM, written out by hand.
///
/// Not by the codec, on purpose: this layer does not know the catalog, and it has to be
/// able to send flags that a codec refuses to encode.
enum RegionBytes {
  /// `struct kvm_userspace_memory_region`, 32 bytes, or `struct kvm_userspace_memory_region2`, 160.
  static func region(_ slot: MemorySlot, as ioctl: RegionIoctl) -> [UInt8] {
    var bytes = little(slot.slot) + little(slot.flags(for: ioctl).rawValue)
    bytes += little(slot.guestAddress) + little(slot.size) + little(slot.userAddress)
    guard ioctl == .region2 else { return bytes }
    bytes += little(slot.guestMemfd?.offset ?? 0)
    bytes += little(UInt32(bitPattern: slot.guestMemfd?.descriptor ?? 0))
    return bytes + [UInt8](repeating: 0, count: 160 - bytes.count)
  }

  /// `struct kvm_create_guest_memfd`, 64 bytes.
  static func guestMemfd(size: UInt64, flags: UInt64) -> [UInt8] {
    little(size) + little(flags) + [UInt8](repeating: 0, count: 48)
  }

  /// `struct kvm_dirty_log`, 16 bytes.
  static func dirtyLog(slot: UInt32, bitmap: UInt64) -> [UInt8] {
    little(slot) + little(UInt32(0)) + little(bitmap)
  }

  private static func little<T: FixedWidthInteger & UnsignedInteger>(_ value: T) -> [UInt8] {
    (0..<MemoryLayout<T>.size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
