import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import Testing
import UAPICatalog
import UserSide

/// Negotiations and queries with the kernel underneath, which has to answer as the simulated kernel of its release.
struct RunningNegotiationTests {
  private let kernel = RunningKernel()

  /// The simulated kernel of this release; nil where it is not described.
  private func simulated(_ interface: Interface) -> SimulatedKernel? {
    guard let release = RunningKernel.release, case .described = interface.status(in: release) else {
      return nil
    }
    return SimulatedKernel(.release(release))
  }

  @Test func `every query is answered as it is simulated`() throws {
    var compared = 0
    for interface in try Catalog.interfaces() where !interface.queries.isEmpty {
      guard let simulated = simulated(interface), try kernel.obstacle(to: interface) == nil else {
        print("skipped: \(interface.name) is not here, or not described for this release")
        continue
      }
      let real = try interface.capabilities(on: kernel)
      let model = try interface.capabilities(on: simulated)
      for (real, model) in zip(real, model) {
        #expect(real.answer != nil, "\(interface.name): \(real.query.name)")
        // What is up to the machine is not described.
        guard let expected = model.answer, interface.newest.scheme.size != .pointer(tooSmall: .E2BIG) else {
          continue
        }
        #expect(real.answer == expected, "\(interface.name): \(real.query.name)")
        compared += 1
      }
    }
    print("queries compared with the running kernel: \(compared)")
    #expect(compared > 0)
  }

  @Test func `sched_setattr's clamps are set, or the cause is named`() throws {
    let caller = try InterfaceCaller<SchedAttr>(Catalog.schedSetattr())
    try RunningKernel.onNewThread { kernel in
      var attr = SchedAttr()
      attr.schedPolicy = 3
      attr.schedFlags = .utilClampMin
      attr.schedUtilMin = 100
      var plain = SchedAttr()
      plain.schedPolicy = 3
      let agreed = try caller.negotiate(plain, on: kernel)
      #expect(agreed.agreement.dropped.isEmpty)
      #expect(agreed.result.errno == nil)
      do {
        let agreed = try caller.negotiate(attr, on: kernel)
        #expect(agreed.agreement.version == 1)
      } catch let error as NegotiationError {
        // Without CONFIG_UCLAMP_TASK.
        #expect(error.errno == .EOPNOTSUPP)
        #expect("\(error)".contains("sched_util_min"))
      }
      let without = try caller.negotiate(attr, dropping: [.member("sched_util_min")], on: kernel)
      #expect(without.result.errno == nil)
    }
  }

  @Test func `openat2 is opened with what the kernel knows`() throws {
    let caller = try InterfaceCaller<OpenHow>(Catalog.openat2())
    var how = OpenHow()
    how.resolve = 0x8000  // no kernel knows it
    let path: [String: CallShape.Value] = ["filename": .string("/dev/null")]
    let error = #expect(throws: NegotiationError.self) { try caller.negotiate(how, path, on: kernel) }
    #expect(error?.description == "openat2: EINVAL: no kernel that is described takes 0x8000 in resolve")
    let agreed = try caller.negotiate(how, path, dropping: [.bits(0x8000, of: "resolve")], on: kernel)
    #expect(agreed.agreement.dropped.map(\.description) == ["0x8000 in resolve"])
    #expect(agreed.result.descriptor != nil)
    let missing = #expect(throws: NegotiationError.self) {
      try caller.negotiate(OpenHow(), ["filename": .string("/nowhere")], on: kernel)
    }
    #expect(missing?.errno == .ENOENT)
    #expect(missing?.cause == .refused)
  }

  @Test func `a machine gets its memory by the newest ioctl that there is`() throws {
    let interface = try Catalog.kvmSetUserMemoryRegion2()
    guard try kernel.obstacle(to: Catalog.kvmSetUserMemoryRegion()) == nil else {
      print("skipped: there is no KVM")
      return
    }
    let caller = try InterfaceCaller<KVMUserspaceMemoryRegion2>(interface)
    var region = KVMUserspaceMemoryRegion2()
    region.guestPhysAddr = 0x10_0000
    // A deleted slot, so that no memory is needed: EINVAL on every kernel, as there is none.
    let fd: [String: CallShape.Value] = ["fd": .file(.virtualMachine())]
    let error = #expect(throws: NegotiationError.self) { try caller.negotiate(region, fd, on: kernel) }
    #expect(error?.errno == .EINVAL)
    region.memorySize = 0x1000
    // The machine does not run, so that the memory may go after the call.
    let agreed = try caller.negotiate(region, fd, members: ["userspace_addr": .room(0x1000)], on: kernel)
    #expect(agreed.result.errno == nil)
  }

  @Test func `pidfd_get_info says which parts it filled in`() throws {
    let interface = try Catalog.pidfdGetInfo()
    guard let simulated = simulated(interface) else {
      print("skipped: PIDFD_GET_INFO is not described for this release")
      return
    }
    let caller = try InterfaceCaller<PidfdInfo>(interface)
    var info = PidfdInfo()
    info.mask = 0b111 | 0x10 | 0x20
    let fd: [String: CallShape.Value] = ["fd": .file(.thisProcess)]
    func end(_ dropping: [Droppable], on kernel: some CallableKernel) -> String {
      do {
        let agreed = try caller.negotiate(info, fd, dropping: dropping, on: kernel)
        return "\(agreed.agreement.dropped)"
      } catch { return "\(error)" }
    }
    #expect(end([], on: kernel) == end([], on: simulated))
    #expect(end([.flags(0x30)], on: kernel) == end([.flags(0x30)], on: simulated))
    var plain = PidfdInfo()
    plain.mask = 1
    let agreed = try caller.negotiate(plain, fd, on: kernel)
    #expect(agreed.result.structure.pid > 0)
  }
}
