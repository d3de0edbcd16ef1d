import ExtensibleStructs
import InterfaceFile
import KernelInterfaces
import Testing

/// What a file says, and what it may leave out.
struct ReadingTests {
  @Test func `a file by hand is the interface that Swift would say`() throws {
    let flags = Field("flags", offset: 0, size: 4)
    let size = Field("size", offset: 4, size: 4)
    let history = try History(
      Layout(
        "ring",
        fields: [
          flags, size, Field("slots", offset: 8, size: 16, alignment: 4),
          Field("deadline", offset: 24, size: 8),
        ]),
      versions: [Version("VER0", size: 24), Version("VER1", size: 32, gate: 2)],
      flags: FlagsField(flags, known: 1, names: [1: "RING_POLL"]), sizeMember: size)
    let expected = try Interface(
      "ring", history: history,
      call: CallShape(.ioctl(on: .path("/dev/ring"), .write, type: 0x52, number: 1)),
      facts: [
        Fact(.call(version: 1, .sizePrefixed), .assumed()),
        Fact(.rule(MemberRule("slots[1]", .within(1...4096))), .assumed()),
      ])
    let read = try Sample.interface()
    #expect(read == expected)
    #expect(read.absent == .ENOTTY)
    #expect(try Interface(file: Array(read.fileText.utf8)) == read)
  }

  @Test func `the smallest file has a struct and a scheme`() throws {
    let text = """
      {"struct":{"name":"s","members":[{"name":"a","size":8}],"versions":[{"size":8}]},"scheme":"size-argument"}
      """
    let read = try Interface(file: Array(text.utf8))
    #expect(read.name == "s" && read.call == nil && read.newest.scheme == .sizeArgument)
    #expect(read.history.versions == [Version("VER0", size: 8)])
  }

  static let schemes: [(String, @Sendable (inout Scheme) -> Void)] = [
    (#"{ "like": "size-prefixed" }"#, { _ in }),
    (
      #"{ "like": "size-prefixed", "size": { "member": { "writeBack": null } } }"#,
      { $0.member?.writeBack = nil }
    ),
    (
      #"{ "like": "size-prefixed", "size": { "member": { "maximum": { "bytes": "0x2000", "else": "EFBIG" } } } }"#
        .replacing("EFBIG", with: "EINVAL"), { $0.bounds?.maximum = .init(bytes: 8192, errno: .EINVAL) }
    ),
    (#"{ "like": "size-prefixed", "in": { "tail": "ignored" } }"#, { $0.input?.tail = .ignored }),
    (
      #"{ "like": "size-prefixed", "in": { "reserved": { "mustBeZero": 22 }, "copiesBack": true } }"#,
      {
        $0.input?.pad = .mustBeZero(else: .EINVAL)
        $0.input?.copiesBack = true
      }
    ),
    (
      #"{ "like": "size-prefixed", "nullPointer": { "rejectedFirst": "EFAULT" } }"#,
      { $0.nullPointer = .rejectedFirst(.EFAULT) }
    ),
    (
      #"{ "like": "size-prefixed", "privilege": { "askedFirst": { "capability": "CAP_BPF", "else": "EPERM" } } }"#,
      { $0.privilege = .askedFirst(.bpf, else: .EPERM) }
    ),
  ]

  @Test(arguments: schemes)
  func `a scheme is a named one and what differs`(
    _ text: String, _ change: @Sendable (inout Scheme) -> Void
  ) throws {
    let read = try Sample.interface(#""size-prefixed""#, text)
    #expect(read.newest.scheme == Scheme.sizePrefixed.with(change))
    #expect(try Interface(file: Array(read.fileText.utf8)) == read)
  }

  @Test func `a scheme may have a name of its own`() throws {
    let read = try Sample.interface(
      #""size-prefixed""#,
      #"{ "like": "size-prefixed", "name": "ring-scheme", "summary": "as the ring does it" }"#)
    #expect(read.newest.scheme.name == "ring-scheme")
    #expect(read.newest.scheme.summary == "as the ring does it")
    #expect(read.newest.scheme != .sizePrefixed)
    #expect(try Interface(file: Array(read.fileText.utf8)) == read)
  }

  @Test func `facts differ from the interface's scheme, and hold by release`() throws {
    let read = try Sample.interface(
      #"[{ "rule""#,
      #"""
      [{ "since": "5.6", "version": "VER0", "scheme": { "in": { "tail": "ignored" } },
         "evidence": { "source": "ring.c at 5.6" } },
       { "since": "6.1", "backports": ["5.15.7"], "version": "VER1", "evidence": { "ran": "here", "shows": false } },
       { "until": "5.6", "absent": { "errno": "EOPNOTSUPP", "null": "EINVAL" } },
       { "since": "6.1", "flags": "0x5" },
       { "since": "6.1", "rule"
      """#)
    let old = try #require(read.behavior(in: Release(5, 10)))
    #expect(old.version == 0 && old.scheme == Scheme.sizePrefixed.with { $0.input?.tail = .ignored })
    #expect(old.bases.call == .source && old.rules.isEmpty)
    let new = try #require(read.behavior(in: Release(6, 1)))
    #expect(new.version == 1 && new.scheme == .sizePrefixed && new.knownFlags == 5 && new.rules.count == 1)
    #expect(read.behavior(in: Release(5, 15, 7))?.version == 1)
    #expect(read.status(in: Release(5, 5)) == .absent(.EOPNOTSUPP, null: .EINVAL, .assumed))
    #expect(try Interface(file: Array(read.fileText.utf8)) == read)
  }
}
