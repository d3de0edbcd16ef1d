import ExtensibleStructs
import Testing

/// Numbers that no struct has, and some that one may have.
private let numbers: [Int] = [.min, -4096, -1, 0, 1, 3, 8, 16, 40, 4096, 1 << 20, 1 << 32, 1 << 40, .max]
private let masks: [UInt64] = [0, 1, 0xff, 1 << 32, 1 << 63, .max]

/// What a declaration says in the test that is running.
private enum Said {
  @TaskLocal static var at = 0
  @TaskLocal static var size = 0
  @TaskLocal static var alignment: Int?
  @TaskLocal static var end = 0
  @TaskLocal static var gate: UInt64 = 0
}

private struct Anything: ExtensibleStruct {
  var flags: UInt64 = 0
  var rest: UInt64 = 0
  static var history: Declaration<Self, some DeclarationItem> {
    Declaration(Self.self, "anything", flagsPlace: Member("place", at: Said.at, size: Said.size)) {
      Published("VER0", through: \.flags)
      Reserved("spare", at: Said.at, size: Said.size)
      Member("other", at: Said.at, size: Said.size, alignment: Said.alignment)
      Published("VER1", size: Said.end, gate: Said.gate)
    }
  }
}

/// Each test would end the process if a number trapped, and exhaust memory if one was allocated.
@Suite("Numbers that no struct has are errors")
struct ExtremeValuesTests {
  @Test func `of a field and a layout`() {
    var accepted = 0
    for offset in numbers {
      for size in numbers {
        #expect(Field("a", offset: offset, size: size).range.count <= max(0, size))
        for alignment in numbers {
          let field = Field("a", offset: offset, size: size, alignment: alignment)
          guard let layout = try? Layout("s", fields: [field]) else { continue }
          accepted += 1
          #expect(layout.size == size && offset == 0)
        }
      }
    }
    #expect(accepted > 0)
  }

  @Test func `of a history`() throws {
    let fields = [Field("size", offset: 0, size: 8), Field("flags", offset: 8, size: 8)]
    let layout = try Layout("s", fields: fields + [Field("rest", offset: 16, size: 24, alignment: 8)])
    for first in numbers {
      for second in numbers {
        for gate in masks {
          for known in masks {
            let history = try? History(
              layout, versions: [Version("VER0", size: first), Version("VER1", size: second, gate: gate)],
              flags: FlagsField(fields[1], known: known, conflicts: [.init(gate, excludes: known)]),
              sizeMember: fields[0])
            guard let history else { continue }
            #expect(history.versions.map(\.size) == [16, 40])
            #expect(numbers.map { history.knownFlags(version: $0) }.allSatisfy { $0 & ~(known | gate) == 0 })
          }
        }
      }
    }
    for field in numbers.map({ Field("size", offset: $0, size: $0, alignment: $0) }) {
      #expect(throws: DeclarationError.self) {
        try History(layout, versions: [Version("VER0", size: 40)], sizeMember: field)
      }
    }
  }

  @Test func `of a declaration`() {
    for at in numbers {
      for size in numbers {
        for alignment in [nil, 0, -1, 3, .max] as [Int?] {
          Said.$at.withValue(at) {
            Said.$size.withValue(size) {
              Said.$alignment.withValue(alignment) {
                #expect(throws: DeclarationError.self) { try History(Anything.self) }
              }
            }
          }
        }
      }
    }
    for end in numbers {
      for gate in masks {
        Said.$end.withValue(end) {
          Said.$gate.withValue(gate) { _ = Anything.history.outline }
        }
      }
    }
  }

  /// Schemes with a number in each place that has one.
  private static func schemes(_ one: Int, _ other: Int) -> [Scheme] {
    let bounds = Scheme.Bounds(
      Scheme.Minimum(bytes: one, errno: .EINVAL), Scheme.Maximum(bytes: other, errno: .E2BIG))
    let errno = LinuxErrno(rawValue: Int32(truncatingIfNeeded: one))
    return [
      Scheme("bounds", size: .argument(bounds)), Scheme("command", size: .command(.anySize(bounds))),
      Scheme("member", size: .member(Scheme.Member(bounds: bounds, writeBack: errno))),
      Scheme("elements", size: .elements(Scheme.Elements(one, through: other, else: errno))),
      Scheme("padded", size: .fixed).with { $0.capacity = .padded(to: one, fromVersion: other) },
      Scheme.sizeArgument.with { $0.input?.peek = one }, .staticPad(to: one), .newIoctl(paddedTo: one),
      Scheme.flagFirst.with { $0.capacity = .padded(to: one, fromVersion: other) },
      Scheme.sizeArgument.with {
        $0.flagsArgument = .rejectedFirst(known: UInt64(bitPattern: Int64(other)), errno)
      },
      Scheme.sizeArgument.with { $0.input?.tail = .mustBeZero(else: errno) },
    ]
  }

  @Test func `of a scheme and a codec`() throws {
    let history = try History(Parcel.self)
    var made = 0
    for one in numbers {
      for other in numbers {
        for scheme in Self.schemes(one, other) {
          guard let codec = try? Codec(history, scheme) else { continue }
          made += 1
          #expect(0...(1 << 26) ~= codec.roomNeeded)
          let bytes = try codec.encode([UInt8](repeating: 0, count: 48))
          #expect(bytes.count == codec.size)
          for usize in masks { _ = try? codec.decode(bytes, usize: usize) }
        }
        _ = try? Codec(history, .sizePrefixed, version: one, size: other)
        let behavior = Behavior(
          version: one, scheme: .sizeArgument, knownFlags: UInt64(bitPattern: Int64(other)),
          rules: [MemberRule("kind", .noneOf(UInt64(bitPattern: Int64(one))), when: "limit", has: .max)])
        if let codec = try? Codec(history, behavior: behavior) {
          #expect(codec.size == history.versions[one].size)
        }
      }
    }
    #expect(made > 0)
  }

  @Test func `of an integer member, and of an errno`() {
    let bytes = [UInt8](repeating: 1, count: 16)
    for offset in numbers {
      for width in numbers {
        let member = IntegerMember(offset: offset, width: width)
        #expect(member.value(in: bytes) == 0 || 0...16 ~= member.end)
      }
    }
    for number in [Int32.min, -1, 0, 4096, .max] {
      let errno = LinuxErrno(rawValue: number)
      let scheme = Scheme.sizeArgument.with { $0.nullPointer = .rejectedFirst(errno) }
      #expect(throws: SchemeError("parcel", .noErrorNumber(errno, "size-argument"))) {
        try Codec(History(Parcel.self), scheme)
      }
      let behavior = Behavior(
        version: 0, scheme: .newIoctl, rules: [MemberRule("kind", .powerOfTwo, else: errno)])
      #expect(throws: SchemeError("parcel", .noErrorNumber(errno, "new-ioctl"))) {
        try Codec(History(Parcel.self), behavior: behavior)
      }
    }
  }

  @Test func `of an array that is too long for any memory`() throws {
    let layout = try Layout("s", fields: [Field("data", offset: 0, size: 1 << 20, alignment: 8)])
    let history = try History(layout, versions: [Version("VER0", size: 1 << 20)])
    let scheme = Scheme("array", size: .elements(Scheme.Elements(1, through: 65, else: .EINVAL)))
    #expect(throws: SchemeError("s", .arrayTooLong("array", bytes: 65 << 20))) {
      try Codec(history, scheme)
    }
    _ = try Codec(
      history, Scheme("array", size: .elements(Scheme.Elements(1, through: 64, else: .EINVAL))))
  }
}
