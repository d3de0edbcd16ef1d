import CUAPI
import ExtensibleStructs
import Testing
import UAPICatalog

extension HeaderLayoutTests {
  @Test func `kvm_irq_routing and kvm_msi`() throws {
    typealias Routing = kvm_irq_routing
    try expect(
      KVMIrqRouting.self, is: "kvm_irq_routing", size: MemoryLayout<Routing>.size,
      [.init("nr", \Routing.nr), .init("flags", \Routing.flags)])
    typealias Message = kvm_msi
    try expect(
      KVMMsi.self, is: "kvm_msi", size: MemoryLayout<Message>.size,
      [
        .init("address_lo", \Message.address_lo), .init("address_hi", \Message.address_hi),
        .init("data", \Message.data), .init("flags", \Message.flags), .init("devid", \Message.devid),
        .init("pad", \Message.pad),
      ])
  }

  #if arch(x86_64)
    @Test func `kvm_pmu_event_filter and kvm_debugregs`() throws {
      typealias Filter = kvm_pmu_event_filter
      try expect(
        KVMPMUEventFilter.self, is: "kvm_pmu_event_filter", size: MemoryLayout<Filter>.size,
        [
          .init("action", \Filter.action), .init("nevents", \Filter.nevents),
          .init("fixed_counter_bitmap", \Filter.fixed_counter_bitmap), .init("flags", \Filter.flags),
          .init("pad", \Filter.pad),
        ])
      typealias Registers = kvm_debugregs
      try expect(
        KVMDebugregs.self, is: "kvm_debugregs", size: MemoryLayout<Registers>.size,
        [
          .init("db", \Registers.db), .init("dr6", \Registers.dr6), .init("dr7", \Registers.dr7),
          .init("flags", \Registers.flags), .init("reserved", \Registers.reserved),
        ])
    }
  #endif
}
