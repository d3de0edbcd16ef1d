import CUAPI
import ExtensibleStructs
import Testing
import UAPICatalog

extension HeaderLayoutTests {
  @Test func `structs of every architecture's KVM`() throws {
    // What is in a union has no key path; it is the rest of the struct.
    let (size, padding) = unsafe (
      MemoryLayout<kvm_dirty_log>.size, MemoryLayout<kvm_dirty_log>.offset(of: \.padding1)
    )
    let log = try History(KVMDirtyLog.self).layout
    #expect(log.size == size)
    #expect(log.field("padding1")?.offset == padding)
    typealias Zone = kvm_coalesced_mmio_zone
    let zone = try History(KVMCoalescedMMIOZone.self).layout
    #expect(zone.size == MemoryLayout<Zone>.size)
    #expect(zone.field("size")?.offset == MemoryLayout.offset(of: \Zone.size))
    typealias Attr = kvm_device_attr
    try expect(
      KVMDeviceAttr.self, is: "kvm_device_attr", size: MemoryLayout<Attr>.size,
      [
        .init("flags", \Attr.flags), .init("group", \Attr.group), .init("attr", \Attr.attr),
        .init("addr", \Attr.addr),
      ])
    typealias State = kvm_mp_state
    try expect(KVMMPState.self, is: "kvm_mp_state", size: 4, [.init("mp_state", \State.mp_state)])
    typealias Interrupt = kvm_interrupt
    try expect(KVMInterrupt.self, is: "kvm_interrupt", size: 4, [.init("irq", \Interrupt.irq)])
    typealias Translation = kvm_translation
    try expect(
      KVMTranslation.self, is: "kvm_translation", size: MemoryLayout<Translation>.size,
      [
        .init("linear_address", \Translation.linear_address),
        .init("physical_address", \Translation.physical_address), .init("valid", \Translation.valid),
        .init("writeable", \Translation.writeable), .init("usermode", \Translation.usermode),
        .init("pad", \Translation.pad),
      ])
  }

  #if arch(x86_64)
    @Test func `structs of a guest's processor`() throws {
      typealias Access = kvm_tpr_access_ctl
      try expect(
        KVMTPRAccess.self, is: "kvm_tpr_access_ctl", size: MemoryLayout<Access>.size,
        [
          .init("enabled", \Access.enabled), .init("flags", \Access.flags),
          .init("reserved", \Access.reserved),
        ])
      typealias Check = kvm_x86_mce
      try expect(
        KVMX86MCE.self, is: "kvm_x86_mce", size: MemoryLayout<Check>.size,
        [
          .init("status", \Check.status), .init("addr", \Check.addr), .init("misc", \Check.misc),
          .init("mcg_status", \Check.mcg_status), .init("bank", \Check.bank), .init("pad1", \Check.pad1),
          .init("pad2", \Check.pad2),
        ])
      typealias Debug = kvm_guest_debug
      try expect(
        KVMGuestDebug.self, is: "kvm_guest_debug", size: MemoryLayout<Debug>.size,
        [.init("control", \Debug.control), .init("pad", \Debug.pad), .init("debugreg", \Debug.arch.debugreg)])
      let layout = try History(KVMSregs2.self).layout
      typealias Registers = kvm_sregs2
      #expect(layout.size == MemoryLayout<Registers>.size)
      let members: [(String, Int?)] = [
        ("cs.base", MemoryLayout.offset(of: \Registers.cs)),
        ("cs.l", MemoryLayout.offset(of: \Registers.cs.l)),
        ("ldt.padding", MemoryLayout.offset(of: \Registers.ldt.padding)),
        ("idt.limit", MemoryLayout.offset(of: \Registers.idt.limit)),
        ("cr0", MemoryLayout.offset(of: \Registers.cr0)),
        ("apic_base", MemoryLayout.offset(of: \Registers.apic_base)),
        ("flags", MemoryLayout.offset(of: \Registers.flags)),
        ("pdptrs", MemoryLayout.offset(of: \Registers.pdptrs)),
      ]
      for (name, offset) in members { #expect(layout.field(name)?.offset == offset, "\(name)") }
    }

    @Test func `structs of a guest's timer, interrupts and hypervisors`() throws {
      typealias Config = kvm_pit_config
      try expect(
        KVMPitConfig.self, is: "kvm_pit_config", size: MemoryLayout<Config>.size,
        [.init("flags", \Config.flags), .init("pad", \Config.pad)])
      typealias Channel = kvm_pit_channel_state
      try expect(
        KVMPitChannelState.self, is: "kvm_pit_channel_state", size: MemoryLayout<Channel>.size,
        [
          .init("count", \Channel.count), .init("latched_count", \Channel.latched_count),
          .init("count_latched", \Channel.count_latched), .init("status_latched", \Channel.status_latched),
          .init("status", \Channel.status), .init("read_state", \Channel.read_state),
          .init("write_state", \Channel.write_state), .init("write_latch", \Channel.write_latch),
          .init("rw_mode", \Channel.rw_mode), .init("mode", \Channel.mode), .init("bcd", \Channel.bcd),
          .init("gate", \Channel.gate), .init("count_load_time", \Channel.count_load_time),
        ])
      #expect(try History(KVMPitState2.self).layout.size == MemoryLayout<kvm_pit_state2>.size)
      #expect(
        try History(KVMPitState2.self).layout.field("flags")?.offset
          == MemoryLayout.offset(of: \kvm_pit_state2.flags))
      #expect(try History(KVMIrqchip.self).layout.size == MemoryLayout<kvm_irqchip>.size)
      typealias Xen = kvm_xen_hvm_config
      try expect(
        KVMXenHVMConfig.self, is: "kvm_xen_hvm_config", size: MemoryLayout<Xen>.size,
        [
          .init("flags", \Xen.flags), .init("msr", \Xen.msr), .init("blob_addr_32", \Xen.blob_addr_32),
          .init("blob_addr_64", \Xen.blob_addr_64), .init("blob_size_32", \Xen.blob_size_32),
          .init("blob_size_64", \Xen.blob_size_64), .init("pad2", \Xen.pad2),
        ])
      typealias Event = kvm_hyperv_eventfd
      try expect(
        KVMHypervEventfd.self, is: "kvm_hyperv_eventfd", size: MemoryLayout<Event>.size,
        [
          .init("conn_id", \Event.conn_id), .init("fd", \Event.fd), .init("flags", \Event.flags),
          .init("padding", \Event.padding),
        ])
      // Their pointers are not looked at.
      let (size, first) = unsafe (
        MemoryLayout<kvm_msr_filter>.size, MemoryLayout<kvm_msr_filter>.offset(of: \.ranges.0.flags)
      )
      let last = unsafe MemoryLayout<kvm_msr_filter>.offset(of: \.ranges.15.bitmap)
      let filter = try History(KVMMSRFilter.self).layout
      #expect(filter.size == size)
      #expect(filter.field("ranges[0].flags")?.offset == first)
      #expect(filter.field("ranges[15].bitmap")?.offset == last)
    }
  #endif
}
