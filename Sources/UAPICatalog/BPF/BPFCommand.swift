import ExtensibleStructs
import KernelInterfaces

// `bpf` takes one union with all of its commands, whose size is an argument. Each command has its own last member: bytes
// behind it, up to the union's end, are EINVAL, and bytes behind the union E2BIG.

extension Catalog {
  /// How long the union is, from which release on.
  static let bpfUnions: [(since: Release, size: Int, note: String)] = [
    (Release(4, 13), 48, "linux/bpf.h of 4.14"),
    (Release(4, 15), 72, "linux/bpf.h of 4.15 and 4.19"),
    (Release(5, 0), 112, "linux/bpf.h of 5.0 to 5.4"),
    (Release(5, 5), 120, "linux/bpf.h of 5.5 to 5.13"),
    (Release(5, 14), 128, "linux/bpf.h of 5.14 to 5.16"),
    (Release(5, 17), 144, "linux/bpf.h of 5.17-rc5 to 6.8"),
    (
      Release(5, 19), 144,
      "the change to kernel/bpf/syscall.c for 5.19 that asks for the privilege to make maps and programs alone"
    ),
    (Release(6, 9), 152, "linux/bpf.h of 6.9.0 to 6.17.0"),
    (Release(6, 18), 168, "linux/bpf.h of 6.19.0"),
  ]

  /// A union of `size` bytes.
  ///
  /// - Parameters:
  ///   - since: before 5.19 an unprivileged caller was refused first, where `kernel.unprivileged_bpf_disabled` was set.
  ///   - written: the member of the command that is written on success.
  static func bpfScheme(
    _ size: Int, since: Release, writing written: IntegerMember? = nil
  ) -> Scheme {
    Scheme(
      "union", size: .argument(Scheme.Bounds(.none, .page(.E2BIG))),
      summary: "the size is an argument; zeros extend it; the rest must be zero"
    ).with {
      $0.capacity = .padded(to: size, fromVersion: 0)
      $0.input?.pad = .mustBeZero(else: .EINVAL)
      $0.input?.writtenMember = written
      if since < Release(5, 19) { $0.privilege = .askedFirst(.bpf, else: .EPERM) }
    }
  }

  /// What one command of `bpf` does with the union.
  ///
  /// - Parameters:
  ///   - first: the release from which on it is described.
  ///   - before: what is known of the releases before, from 3.18 on.
  ///   - versions: from which release on each version of the struct is known; the first one from `first`.
  ///   - written: the member that is written on success.
  ///   - facts: what else is asked of the members.
  static func bpfCommand<S: ExtensibleStruct>(
    _ name: String, _ type: S.Type, _ summary: String, call: CallShape, since first: Release,
    before: Fact.Statement = .absent(.EINVAL, null: .EFAULT), versions: [(since: Release, note: String)],
    writing written: IntegerMember? = nil, _ facts: [Fact] = []
  ) throws(InterfaceError) -> Interface {
    let starts = Set(versions.map(\.since) + bpfUnions.map(\.since) + [first]).filter { $0 >= first }.sorted()
    let calls = starts.map { start in
      let version = versions.lastIndex { $0.since <= start } ?? 0
      let union = bpfUnions.last { $0.since <= start } ?? bpfUnions[0]
      return Fact(
        since: start, .call(version: version, bpfScheme(union.size, since: start, writing: written)),
        .source("\(union.note); kernel/bpf/syscall.c at \(versions[version].note)"))
    }
    let earlier = Fact(
      since: Release(3, 18), until: first, before,
      .source("kernel/bpf/syscall.c at \(versions[0].note)"))
    return try described(name, type, summary, call: call, [earlier] + calls + facts)
  }

  /// A call of `bpf`.
  static func bpfCall(
    _ command: Int64, passing: [CallShape.Passing] = [], samples: [String: CallShape.Value],
    product: CallShape.Product = .nothing, unmodelled: [String: UInt64] = [:], filledIn: Set<String> = [],
    unprivileged: String? =
      "which commands an unprivileged user has depends on kernel.unprivileged_bpf_disabled"
  ) -> CallShape {
    CallShape(
      .systemCall(SystemCallNumber(x86_64: 321, arm64: 280, i386: 357)),
      [
        .init("cmd", .int, .value(.init(integerLiteral: command))), .init("uattr", .pointer, .structure),
        .init("size", .unsignedInt, .size),
      ],
      passing: passing, samples: samples, product: product, unmodelled: unmodelled, filledIn: filledIn,
      unprivileged: unprivileged)
  }

  /// The descriptor of a map, a program or a link is not open.
  static let bpfNotOpen = [CallShape.Passing(.EBADF, .missingObject, "the descriptor is not open")]
}
