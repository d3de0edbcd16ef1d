import InterfaceFile
import KernelInterfaces
import Testing

/// What is wrong with a file is said with its line, its path, and what to do.
struct WrongFileTests {
  static let wrong: [(old: String, new: String, error: String)] = [
    (
      #""versions""#, #""version""#,
      "ring.json:10:16: struct.version: unknown key 'version'; did you mean 'versions'?"
    ),
    (
      #"{ "name": "flags", "size": 4 }"#, #"{ "name": "flags", "size": 4, "ofset": 0 }"#,
      "ring.json:5:46: struct.members[0].ofset: unknown key 'ofset'; did you mean 'offset'?"
    ),
    (
      #""slots", "size": 16, "element": 4"#, #""slots", "size": 16"#,
      "ring.json:7:34: struct.members[2].size: 16 bytes are no integer; say with 'element' how long one element is"
    ),
    (
      #""deadline", "size": 8"#, #""deadline", "offset": -8, "size": 8"#,
      "struct.members[3].offset: must be from 0 to 1048576, not -8"
    ),
    (
      #""deadline", "size": 8"#, #""deadline", "offset": 9223372036854775807, "size": 8"#,
      "struct.members[3].offset: must be from 0 to 1048576"
    ),
    (#""deadline", "size": 8"#, #""deadline", "size": "8""#, "'8' is no number; write 123 or \"0x7b\""),
    (
      #""deadline", "size": 8"#, #""deadline", "size": 8.0"#,
      "must be a number, such as 123 or \"0x7b\", not a number with a"
    ),
    (
      #""deadline", "size": 8"#, #""deadline", "offset": 28, "size": 8"#,
      "struct.members[3]: ring.deadline, byte 24: 4 bytes of implicit padding"
    ),
    (
      #""name": "VER1", "size": 32"#, #""name": "VER1", "size": 28"#,
      "struct.members[3]: ring.deadline, byte 28: VER1 ends in the middle"
    ),
    (
      #""through": "slots""#, #""through": "slot""#,
      "struct.versions[0].through: unknown member 'slot'; did you mean 'slots'?"
    ),
    (
      #""name": "VER1", "size": 32"#, #""through": "deadline", "size": 32"#,
      "needs one of size, through; size and through are there"
    ),
    (#""gate": "0x2""#, #""gate": "0x1_0000""#, "struct.versions[1].gate: '0x1_0000' is no number"),
    (
      #""gate": "0x2""#, #""gate": "0x100000000""#,
      "struct.members[0]: ring.flags, byte 0: the gate 0x100000000"
    ),
    (#""gate": "0x2""#, #""gate": -1"#, "must be from 0 to 2^64 - 1, not -1"),
    (
      #""RING_POLL": "0x1""#, #""RING_POLL": "0x1", "RING_WAIT": 1"#,
      "RING_POLL and RING_WAIT name the same bits"
    ),
    (
      #""size-prefixed""#, #""size-prefix""#,
      "scheme: unknown scheme 'size-prefix'; did you mean 'size-prefixed'"
    ),
    (#""size-prefixed""#, #"{ "in": {} }"#, "scheme: needs 'like'"),
    (
      #""size-prefixed""#, #"{ "like": "argsz", "in": { "tail": "mustBeZero" } }"#,
      #"'mustBeZero' needs a value: write { "mustBeZero": ... }"#
    ),
    (
      #""size-prefixed""#, #"{ "like": "argsz", "in": { "tail": { "mustBeZero": "EBAD" } } }"#,
      "scheme.in.tail.mustBeZero: 'EBAD' is no errno"
    ),
    (#""size-prefixed""#, #"{ "like": "argsz", "in": {}, "out": {} }"#, "is not handed out"),
    (
      #""size-prefixed""#, #"{ "like": "argsz", "size": { "member": { "recheck": "all" } } }"#,
      "'version0Only' has no second fetch"
    ),
    (
      #""size-prefixed""#, #"{ "like": "static-pad", "pad": { "to": 1099511627776 } }"#,
      "scheme.pad.to: must be from 1 to 1048576"
    ),
    (
      #""size-prefixed""#, #""flag-first", "absent": "ENOSYS", "asked": ["6"]"#, "asked[0]: '6' is no release"
    ),
    (#""type": "0x52""#, #""type": 256"#, "call.ioctl.type: must be from 0 to 255, not 256"),
    (#""on": "/dev/ring""#, #""on": "ring0""#, "call.ioctl.on: unknown value 'ring0'; did you mean 'ring'?"),
    (
      #""number": 1 } }"#, #""number": 1 }, "samples": { "slot": 1 } }"#,
      "ring.json:17:11: call: ring: its call shape does not fit: the struct has no member slot"
    ),
    (
      #"{ "ioctl": {"#, #"{ "systemCall": 500, "ioctl": {"#,
      "call: needs one of ioctl, systemCall; ioctl and systemCall are there"
    ),
    (
      #""within": [1, "0x1000"]"#, #""within": [2, 1]"#,
      "facts[0].rule.within: must be the least and the greatest value"
    ),
    (#""within": [1, "0x1000"]"#, #""whithin": [1, 2]"#, "unknown key 'whithin'; did you mean 'within'?"),
    (
      #""member": "slots[1]""#, #""member": "slots[4]""#,
      "ring.json:19:13: facts[0]: ring: a rule names slots[4], which is no integer member"
    ),
    (#"[{ "rule""#, #"[{ "since": "6.1-rc1", "rule""#, "facts[0].since: '6.1-rc1' is no release"),
    (
      #"[{ "rule""#, #"[{ "since": "6.1" }, { "rule""#,
      "facts[0]: needs one of version, flags, rule, number, absent, notDescribed; none is there"
    ),
    (#""scheme": "size-prefixed","#, "", "'scheme' is missing: how the kernel takes the struct"),
    (
      #""known": 1"#, #""known": 1 1"#,
      "ring.json:14:46: no JSON: expected ',' or '}' in the object, found '1'"
    ),
    (#""known": 1"#, #""known": 1, "known": 1"#, "no JSON: duplicate key 'known'"),
  ]

  @Test(arguments: wrong)
  func `a wrong file is an error with its place`(_ old: String, _ new: String, _ error: String) throws {
    let thrown = #expect(throws: InterfaceFileError.self) { try Sample.interface(old, new) }
    let words = thrown?.description ?? ""
    #expect(words.contains(error), "\(words)")
    #expect(words.hasPrefix("ring.json:") && !words.contains("\n"), "\(words)")
  }

  /// Made where it is read: a test's argument is printed.
  enum Hostile: String, CaseIterable {
    case empty, array, mark, nestedObjects, nestedArrays, manyMembers, manyVersions, manyFacts, long

    var text: String {
      func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
      let start = #"{"struct":{"name":"s","members":[{"name":"a","size":8}],"versions":["#
      return switch self {
      case .empty: ""
      case .array: "[]"
      case .mark: "\u{feff}{}"
      case .nestedObjects: many(#"{"struct":"#, 100_000)
      case .nestedArrays: #"{"facts":"# + many("[", 200_000)
      case .manyMembers: #"{"struct":{"name":"s","versions":[],"members":["# + many("{},", 200_000) + "{}]}}"
      case .manyVersions: start + many(#"{"size":8},"#, 5000) + #"{"size":8}]}}"#
      case .manyFacts:
        start + #"{"size":8}]},"scheme":"new-ioctl","facts":["# + many(#"{"flags":1},"#, 600) + "{}]}"
      case .long: #"{"summary":""# + many("x", 1 << 20) + #""}"#
      }
    }
  }

  @Test(arguments: Hostile.allCases)
  func `a hostile file is an error`(_ hostile: Hostile) {
    let text = hostile.text
    let error = #expect(throws: InterfaceFileError.self) { try Interface(file: Array(text.utf8)) }
    #expect((error?.description.utf8.count ?? 0) < 200)
  }

  @Test func `a file that cannot be read is named`() throws {
    for (path, reason) in [
      ("/nowhere/mine.json", "No such file or directory"), ("/", "Is a directory"),
      ("/dev/zero", "longer than 1 MiB"),
    ] {
      let error = #expect(throws: InterfaceFileError.self) { try Interface(contentsOf: path) }
      #expect(error?.description.contains(path) == true && error?.description.contains(reason) == true)
    }
  }
}
