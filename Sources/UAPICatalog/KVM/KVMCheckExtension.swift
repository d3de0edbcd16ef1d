import ExtensibleStructs
public import KernelInterfaces

/// What `KVM_CHECK_EXTENSION` takes instead of a struct: nothing.
private struct KVMNothing: ExtensibleStruct {
  var unused: UInt64 = 0
  static let history = Declaration(Self.self, "kvm_check_extension") { Published("VER0", through: \.unused) }
}

extension Catalog {
  /// `KVM_CHECK_EXTENSION`, 0xae03, of a virtual machine: its argument is the capability's number, and it returns the answer,
  /// 0 for what the kernel lacks. It is the question of other interfaces, and none of ``interfaces()``: it takes no struct.
  ///
  /// The answers are those of a machine on which the facts of the interfaces hold, which takes a guest_memfd.
  public static func kvmCheckExtension() throws(InterfaceError) -> Interface {
    var call = CallShape(.ioctl(on: .virtualMachine(), type: 0xae, number: 0x03))
    // The kernel looks at three registers of an ioctl; the struct's address is in the one behind them.
    call.arguments = [
      call.arguments[0], call.arguments[1], .init("arg", .unsignedLong, .flags()),
      .init("none", .pointer, .structure),
    ]
    let old = "virt/kvm/kvm_main.c at 6.8.1, and not at 6.6.9"
    return try described(
      "kvm_check_extension", KVMNothing.self, "says what a machine can do", call: call,
      [
        Fact(.call(version: 0, .unversioned), .assumed("older than every release that is described")),
        Fact(since: Release(3, 7), capability(81, 1), .assumed("KVM_CAP_READONLY_MEM came with its flag")),
        Fact(until: Release(3, 7), capability(81, 0), .assumed("KVM_CAP_READONLY_MEM came with its flag")),
      ]
        + [(231, 1), (234, 1)].flatMap { (number: UInt64, value: Int) in
          [
            Fact(since: Release(6, 8), capability(number, value), .source(old)),
            Fact(until: Release(6, 8), capability(number, 0), .source(old)),
          ]
        } + [
          Fact(
            since: Release(6, 18), capability(244, 0b11),
            .source("virt/kvm/kvm_main.c at 7.2.13; that it came with the flags is assumed")),
          Fact(
            until: Release(6, 18), capability(244, 0),
            .assumed("the flags are not in virt/kvm/guest_memfd.c at 6.17.0")),
        ])
  }

  private static func capability(_ number: UInt64, _ value: Int) -> Fact.Statement {
    .number(.init(flags: number, value: value))
  }

  /// A capability, by the number that asks for it.
  static func kvmExtension(
    _ name: String, _ number: UInt64, tells: [CapabilityQuery.Meaning]
  ) throws(InterfaceError) -> CapabilityQuery {
    CapabilityQuery(
      name, by: try kvmCheckExtension(), .number(flags: number), answer: .returned, tells: tells)
  }
}
