import ExtensibleStructs
import InterfaceAnalysis
import KernelInterfaces
import SimulatedKernel
import Testing
import UAPICatalog

/// What `extstruct explain` and `extstruct list --facts` say.
struct ExplanationTests {
  /// C as a person would write it beside the kernel's source.
  @Test func `sched_setattr, step by step`() throws {
    let lines = try Explanation(Catalog.schedSetattr(), release: Release(6, 1)).lines
    #expect(
      lines.map { "\($0.step.rawValue): \($0.c): \($0.errno?.description ?? "-")" } == [
        "flags-argument: flags: EINVAL",
        "null-pointer: !uattr: EINVAL",
        "first-fetch: get_user(usize, &uattr->size): EFAULT",
        "zero-size: if (!usize) usize = 48: -",
        "minimum: usize < 48: E2BIG",
        "maximum: usize > PAGE_SIZE: E2BIG",
        "zero-fill: if (usize < 56) memset((void *)&arg + usize, 0, 56 - usize): -",
        "tail: usize > 56 && check_zeroed_user((void __user *)uattr + 56, usize - 56) <= 0: E2BIG",
        "copy: copy_from_user(&arg, uattr, min(usize, 56)): EFAULT",
        "unknown-flags: arg.sched_flags & ~0x7f: EINVAL",
        "flag-beyond-size: (arg.sched_flags & 0x60) && usize < 56: EINVAL",
      ])
    #expect(lines.filter(\.writesBack).map(\.step) == [.minimum, .maximum, .tail])
    #expect(lines.map(\.reads?.offset) == [nil, nil, 0, nil, nil, nil, nil, 56, 0, nil, nil])
    #expect(lines.map(\.reads?.length) == [nil, nil, 4, nil, nil, nil, nil, 4040, 56, nil, nil])
  }

  @Test func `a privilege, a number and a rule for unprivileged callers are steps`() throws {
    func steps(_ interface: Interface) throws -> [String] {
      try Explanation(interface, release: Release(6, 18)).lines.map {
        "\($0.step.rawValue): \($0.c): \($0.errno?.description ?? "-")"
      }
    }
    let mount = try steps(Catalog.mountSetattr())
    #expect(
      mount[1...4] == [
        "minimum: usize < 32: EINVAL", "maximum: usize > PAGE_SIZE: E2BIG",
        "privilege: !capable(CAP_SYS_ADMIN): EPERM",
        "tail: usize > 32 && check_zeroed_user((void __user *)uattr + 32, usize - 32) <= 0: E2BIG",
      ])
    let landlock = try steps(Catalog.landlockCreateRuleset())
    #expect(landlock[0] == "number: if (flags == 0x1 && !attr && !usize) return 7: -")
    #expect(landlock[1] == "number: if (flags == 0x2 && !attr && !usize) return a number: -")
    let clone = try steps(Catalog.clone3())
    #expect(
      clone.contains(
        "member: !capable(CAP_SYS_ADMIN) && !(arg.flags & 0x10000000) && (arg.flags & 0x6e020080): EPERM"))
  }

  @Test func `DRM's long fetch is one`() throws {
    let lines = try Explanation(Catalog.drmSyncobjWait()).lines
    #expect(lines.compactMap(\.reads) == [Checks.Reads(offset: 0, length: 16383)])
  }

  @Test func `an unbounded tail has no length`() throws {
    let lines = try Explanation(Catalog.iommuIoasAlloc()).lines
    #expect(lines.first { $0.step == .tail }?.reads == Checks.Reads(offset: 12, length: nil))
  }

  @Test func `a case stops where the simulated kernel refuses it`() throws {
    let openat2 = try Catalog.openat2()
    var given = EvalCase("openat2")
    given.usize = 25
    given.memory = [UInt8](repeating: 0, count: 24) + [1]
    let stopped = try Explanation(openat2, case: given)
    #expect(stopped.stop?.index.map { stopped.lines[$0].step } == .tail)
    #expect(stopped.stop?.outcome.rejection == Rejection(.tail, .E2BIG, at: 24))
    given.memory[24] = 0
    #expect(try Explanation(openat2, case: given).stop.map { $0.index == nil } == true)
    // Of several rules on one member, the one that it breaks.
    given.usize = 24
    given.memory = [0, 0, 0x40, 0] + [UInt8](repeating: 0, count: 20)
    let rule = try Explanation(openat2, case: given)
    let index = try #require(rule.stop?.index)
    #expect(rule.lines[index].c == "(arg.flags & 0x400000) && (arg.flags & 0x10000) != 0x10000")
  }

  @Test(arguments: try Catalog.interfaces().map(\.name))
  func `every refusal names a step of the list that is printed`(name: String) throws {
    let interface = try #require(try Catalog.interfaces().first { $0.name == name })
    for behavior in interface.behaviors {
      let codec = try Codec(interface, behavior: behavior)
      for mapped in [0, 1, codec.size] {
        for fill in [0, 0xff] as [UInt8] {
          let memory = KernelCall.Memory([UInt8](repeating: fill, count: codec.size + 8), mapped: mapped)
          let call = KernelCall(
            interface, memory: memory, usize: codec.scheme.size.source.isOutside ? 1 << 20 : nil)
          guard let rejection = SimulatedKernel.answer(call, by: codec).rejection else { continue }
          let index = try #require(rejection.index)
          #expect(codec.checks.steps[index].name == rejection.step)
        }
      }
    }
  }

  @Test func `a release without the call, and one that nobody looked at`() throws {
    let info = try Catalog.pidfdGetInfo()
    let absent = try Explanation(info, release: Release(6, 12))
    #expect(absent.lines.map(\.step) == [.absent] && absent.lines[0].errno == .EINVAL)
    #expect(absent.absence?.errno == .EINVAL && absent.absence?.null == .ENOTTY)
    #expect(throws: EvalError.self) { try Explanation(info, release: Release(99, 0)) }
    #expect(throws: EvalError.self) { try Explanation(Catalog.perfEventOpen(), release: Release(4, 19)) }
    var given = EvalCase("pidfd_get_info")
    given.release = Release(6, 13)
    #expect(throws: EvalError.self) { try Explanation(info, release: Release(6, 14), case: given) }
    #expect(try Explanation(info, case: given).release == Release(6, 13))
  }

  @Test func `facts in words`() throws {
    let rows = FactList(try Catalog.openat2()).rows.map { "\($0.fact.range): \($0.words)" }
    #expect(
      rows.contains("since 6.12, 5.10.229, 6.1.115, 6.11.6: VER0, 24 bytes; maximum: 4096 bytes, else E2BIG"))
    #expect(rows.contains("5.6 until 5.12, 5.10.162: resolve has none of ~0x1f, else EINVAL"))
    #expect(rows.contains("5.6 until 6.14, 6.12.105: flags 0x4000000 are known"))
    #expect(rows.contains("since 5.6: mode is 0 if flags has none of 0x400040, else EINVAL"))
  }

  @Test(arguments: try Catalog.interfaces().map(\.name))
  func `each fact has evidence that names what was looked at`(name: String) throws {
    let list = FactList(try #require(try Catalog.interfaces().first { $0.name == name }))
    for row in list.rows {
      let evidence = row.fact.evidence
      let isNamed = !evidence.note.isEmpty
      if case .notDescribed = row.fact.statement { continue }
      #expect(isNamed, "\(row.words)")
      #expect(!row.words.isEmpty)
    }
  }
}
