import ExtensibleStructs
package import LinuxSystem
internal import Synchronization

extension VM {
  /// Sets a memory slot with the best ioctl that the kernel has, and says which that was.
  ///
  /// The new ioctl is used where there is one, else the old one. The machine keeps the slot's memory alive.
  ///
  /// - Parameters:
  ///   - slot: what is wanted.
  ///   - abilities: what the kernel can do; the running kernel is asked if nil.
  /// - Throws: `KVMError.guestMemfdUnavailable` if a guest_memfd was asked for that the kernel cannot have
  ///   behind a slot; `KVMError.system` with what the kernel answered, such as EINVAL for a flag it does not
  ///   know or EEXIST where another slot is.
  ///
  /// The corresponding C constants are `KVM_SET_USER_MEMORY_REGION2` and `KVM_SET_USER_MEMORY_REGION`.
  @discardableResult
  package func setMemory(_ slot: MemorySlot, abilities: KVMAbilities? = nil) throws(KVMError) -> RegionIoctl {
    if let abilities {
      let ioctl = try abilities.ioctl(for: slot)
      try KVMError.wrapping { () throws(SystemError) in try setMemory(slot, using: ioctl) }
      return ioctl
    }
    let abilities = try KVMError.wrapping { () throws(SystemError) in try readAbilities() }
    return try setMemory(slot, abilities: abilities)
  }

  /// Removes a slot; the guest sees nothing there any more, and its memory is let go.
  ///
  /// - Throws: EINVAL if there is no such slot.
  ///
  /// The corresponding C constant is `KVM_SET_USER_MEMORY_REGION` with a size of 0.
  package func removeMemory(slot: UInt32) throws(SystemError) {
    try memories.withLock { (memories) throws(SystemError) in
      guard let memory = memories[slot] else {
        throw SystemError("removal of the memory slot \(slot)", .EINVAL)
      }
      try set(MemorySlot(slot, at: 0, memory, range: 0..<0), using: .region)
      memories[slot] = nil
    }
  }

  /// Sets a slot with one ioctl, whatever the kernel says it can do.
  func setMemory(_ slot: MemorySlot, using ioctl: RegionIoctl) throws(SystemError) {
    try slot.memory.mapping.check(at: slot.range.lowerBound, count: slot.range.count, "memory slot")
    // Under the lock, so that what is kept alive is what the kernel was given last.
    try memories.withLock { (memories) throws(SystemError) in
      try set(slot, using: ioctl)
      memories[slot.slot] = slot.memory
    }
  }

  private func set(_ slot: MemorySlot, using ioctl: RegionIoctl) throws(SystemError) {
    var bytes = RegionBytes.region(slot, as: ioctl)
    _ = try descriptor.ioctl(ioctl.name, ioctl.number, updating: &bytes)
  }
}
