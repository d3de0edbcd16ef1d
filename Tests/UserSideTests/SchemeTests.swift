import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing
import UserSide

/// Each scheme by situation: what the program uses, and which version the kernel knows.
struct SchemeTests {
  private static func interface(_ scheme: Scheme) throws -> Interface {
    try Interface(prototype: History(Parcel.self), scheme)
  }

  @Test(
    arguments: [
      .staticPad(to: 144), .staticPadChecked(to: 144), .sizePrefixed, .sizeArgument, .sizeInCommand,
      .flagFirst,
      .sizeAndFlagFirst, .newIoctl,
    ] as [Scheme])
  func `a program that uses the first version alone is accepted by every kernel`(scheme: Scheme) throws {
    let interface = try Self.interface(scheme)
    for version in 0...2 {
      let given = bytes(of: interface, ["kind": 7, "flags": 3, "address": 9])
      let found = try negotiate(interface, given, on: SimulatedKernel(.version(version)))
      guard case .agreed(_, [], []) = found.end else {
        Issue.record("\(scheme) on VER\(version): \(found.end)")
        continue
      }
      #expect(found.tries <= found.limit)
    }
  }

  /// What a kernel of VER0, VER1 and VER2 makes of a program that uses the first, and both, extensions.
  private static let ends: [(Scheme, first: [End], both: [End])] = {
    let (first, second) = (["limit"], ["cookie", "label"])
    let all = (first + second).sorted()
    let sized: [End] = [.lacks(all), .lacks(second), .agreed(2)]
    // Without a size written back a kernel that refuses VER2 may know VER1.
    let argument: [End] = [.lacks(second), .lacks(second), .agreed(2)]
    let one: [End] = [.lacks(first), .agreed(2), .agreed(2)]
    return [
      (.sizePrefixed, one, sized), (.sizeAndFlagFirst, one, sized), (.sizeArgument, one, argument),
      (.sizeInCommand, one, argument),
      (
        .newIoctl, [.mayLack(first), .agreed(1), .agreed(2)],
        [.mayLack(second), .mayLack(second), .agreed(2)]
      ),
    ]
  }()

  @Test func `a scheme with a size says which members would be dropped`() throws {
    for (scheme, first, both) in Self.ends {
      let interface = try Self.interface(scheme)
      for version in 0...2 {
        let kernel = SimulatedKernel(.version(version))
        let one = try negotiate(interface, bytes(of: interface, ["flags": 4, "limit": 1]), on: kernel)
        #expect(one.end == first[version], "\(scheme), first extension, kernel VER\(version)")
        let two = try negotiate(
          interface, bytes(of: interface, ["flags": 12, "limit": 1, "label": 2, "cookie": 3]), on: kernel)
        #expect(two.end == both[version], "\(scheme), both extensions, kernel VER\(version)")
        #expect(max(one.tries, two.tries) <= one.limit)
      }
    }
  }

  @Test(arguments: [.staticPad(to: 144), .staticPadChecked(to: 144), .flagFirst] as [Scheme])
  func `a flag that is refused by EINVAL is named, and nothing is claimed`(scheme: Scheme) throws {
    let interface = try Self.interface(scheme)
    let given = bytes(of: interface, ["flags": 12, "limit": 1, "label": 2])
    for (version, bits) in [(0, "0xc in flags"), (1, "0x8 in flags")] {
      let found = try negotiate(interface, given, on: SimulatedKernel(.version(version)))
      guard case .undetermined(let suspects, false, false)? = found.error?.cause else {
        Issue.record("\(scheme) on VER\(version): \(found.end)")
        continue
      }
      #expect(suspects.contains(bits), "\(scheme) on VER\(version)")
      #expect(found.error?.lacking == [])
      #expect(found.tries == 1)
    }
    #expect(try negotiate(interface, given, on: SimulatedKernel(.version(2))).end == .agreed(2))
  }

  @Test(
    arguments: [
      .staticPad(to: 144), .staticPadChecked(to: 144), .sizePrefixed, .sizeArgument, .sizeInCommand,
      .flagFirst,
      .sizeAndFlagFirst, .newIoctl,
    ] as [Scheme])
  func `what the program can do without is dropped where it is lacking, and listed`(scheme: Scheme) throws {
    let interface = try Self.interface(scheme)
    let given = bytes(of: interface, ["kind": 5, "flags": 13, "limit": 1, "label": 2])
    let dropping: [Droppable] = [.member("limit"), .flags(8)]
    let expected: [[String]] = [["label", "limit"], ["label"], []]
    for version in 0...2 {
      let found = try negotiate(interface, given, dropping: dropping, on: SimulatedKernel(.version(version)))
      guard case .agreed(_, let dropped, []) = found.end else {
        Issue.record("\(scheme) on VER\(version): \(found.end)")
        continue
      }
      #expect(dropped == expected[version], "\(scheme) on VER\(version)")
      #expect(found.tries <= found.limit)
    }
  }

  @Test func `only what is lacking is dropped, and what cannot be done without is an error`() throws {
    let interface = try Self.interface(.sizePrefixed)
    let given = bytes(of: interface, ["flags": 12, "limit": 1, "label": 2])
    let found = try negotiate(
      interface, given, dropping: [.member("label")], on: SimulatedKernel(.version(0)))
    #expect(found.end == .lacks(["limit"]))
    let other = try negotiate(
      interface, given, dropping: [.member("label")], on: SimulatedKernel(.version(1)))
    #expect(other.end == .agreed(1, dropped: ["label"]))
  }

  @Test func `a forgotten flag is an error before any kernel is asked`() throws {
    let interface = try Self.interface(.staticPad(to: 144))
    let error = #expect(throws: NegotiationError.self) {
      try Negotiation(interface, bytes: bytes(of: interface, ["limit": 1]))
    }
    #expect(
      error?.description
        == "parcel: limit (bytes 16-23) is set, and the flag 0x4 that opens it is not: the kernel would ignore it; "
        + "set the flag, or leave it zero")
  }

  @Test func `what a kernel may ignore is listed`() throws {
    let argsz = try Interface(prototype: History(Plain.self), .unversioned)
    let older = try Interface(
      "plain", history: History(Plain.self),
      facts: [
        Fact(since: Release(1, 0), .call(version: 0, .unversioned), .assumed()),
        Fact(since: Release(2, 0), .call(version: 2, .unversioned), .assumed()),
      ])
    let given = bytes(of: older, ["kind": 1, "label": 2])
    #expect(
      try negotiate(older, given, on: SimulatedKernel(.release(Release(1, 0)))).end
        == .agreed(2, unproven: ["label"]))
    #expect(try negotiate(older, bytes(of: older, ["kind": 1]), on: SimulatedKernel()).end == .agreed(2))
    #expect(try negotiate(argsz, given, on: SimulatedKernel()).end == .agreed(2))
  }

  @Test func `an errno that no version changes ends it`() throws {
    struct Refusing: CallableKernel {
      let errno: LinuxErrno
      var name: String { "refusing" }
      func answer(_ call: KernelCall) -> KernelCall.Outcome {
        KernelCall.Outcome(errno: errno, memory: call.memory.content)
      }
    }
    let interface = try Self.interface(.sizeArgument)
    for errno in [.EPERM, .EBADF, .EINTR, .ENOENT, .EFAULT] as [LinuxErrno] {
      let found = try negotiate(
        interface, bytes(of: interface, ["flags": 4]), dropping: [.flags(4)], on: Refusing(errno: errno))
      #expect(found.error?.cause == .refused)
      #expect(found.error?.errno == errno)
      #expect(found.tries == 1)
    }
    let absent = try negotiate(interface, bytes(of: interface, [:]), on: Refusing(errno: .ENOSYS))
    #expect(absent.end == .noCall())
  }
}
