import CDeclarations
import ExtensibleStructs
import HeaderImport
import KernelInterfaces
import Testing

/// What is inferred of made-up headers, each of one situation.
struct InferenceTests {
  static func read(_ text: String) throws -> CDeclarations {
    try HeaderReader().read([.text(Array(("#include <linux/ioctl.h>\n" + text).utf8), name: "ring.h")])
  }

  static func found(_ text: String, _ change: (inout ImportOptions) -> Void = { _ in }) throws -> StructImport
  {
    var options = ImportOptions()
    change(&options)
    return try StructImport(of: "ring_setup", in: try read(text), options)
  }

  static let plain = "struct ring_setup { __u32 flags; __u32 entries; __aligned_u64 address; };\n"

  static let schemes: [(String, scheme: String)] = [
    ("struct ring_setup { __u32 size; __u32 flags; __aligned_u64 a; };", "size-prefixed"),
    ("struct ring_setup { __u32 argsz; __u32 flags; __aligned_u64 a; };", "argsz"),
    (plain + "#define RING_SETUP_SIZE_VER0 16\n", "size-argument"),
    (
      plain + "#define RING_SETUP_SIZE_VER0 16\n#define RING_IOC _IOW('R', 1, struct ring_setup)\n",
      "size-in-command"
    ),
    (plain + "#define RING_IOC _IOW('R', 1, struct ring_setup)\n", "new-ioctl"),
    (
      "struct ring_setup { __u32 flags; __u32 entries; __u64 pad[4]; };\n#define RING_IOC _IOW('R', 1, struct ring_setup)\n",
      "static-pad"
    ),
    (plain, "size-argument"),
  ]

  @Test(arguments: schemes.indices)
  func `the scheme follows from what the struct has`(_ index: Int) throws {
    let found = try Self.found(Self.schemes[index].0)
    #expect(found.scheme.name == Self.schemes[index].scheme)
    let reason = try #require(found.inferences.first { $0.subject == .scheme })
    #expect(!reason.reason.isEmpty && !reason.isGiven)
  }

  @Test func `flags come from the constants with the struct's words, and gates from the members' names`()
    throws
  {
    let text = """
      struct ring_setup { __u32 flags; __u32 entries; __aligned_u64 address; __aligned_u64 deadline; };
      #define RING_SETUP_SIZE_VER0 16
      #define RING_SETUP_SIZE_VER1 24
      #define RING_SETUP_POLL (1U << 0)
      #define RING_SETUP_DEADLINE (1U << 1)
      #define RING_SETUP_ALL (RING_SETUP_POLL | RING_SETUP_DEADLINE)
      #define RING_STATE_IDLE 1
      #define RING_STATE_BUSY 2
      """
    let history = try Self.found(text).history
    #expect(history.flags?.known == 1)
    #expect(history.flags?.names == [1: "RING_SETUP_POLL", 2: "RING_SETUP_DEADLINE"])
    #expect(history.versions.map(\.gate) == [0, 2])
  }

  @Test func `options say what a header does not`() throws {
    let text = """
      struct ring_setup { __u32 how; __u32 length; __aligned_u64 address; __aligned_u64 deadline; };
      #define A_POLL 4
      #define A_LATE 8
      """
    let found = try Self.found(text) {
      $0.versions = [("FIRST", "address"), ("SECOND", "deadline")]
      $0.sizeMember = "length"
      $0.flagsMember = "how"
      $0.known = ["A_POLL", "0x10"]
      $0.gates = [("deadline", "A_LATE")]
      $0.scheme = "size-prefixed"
    }
    #expect(found.history.versions == [Version("FIRST", size: 16), Version("SECOND", size: 24, gate: 8)])
    #expect(found.history.sizeMember?.name == "length")
    #expect(found.history.flags?.field.name == "how")
    #expect(found.history.flags?.known == 0x14)
    #expect(
      found.inferences.filter(\.isGiven).map(\.subject) == [
        .versions, .sizeMember, .flagsMember, .knownFlags, .gate, .scheme,
      ])
  }

  @Test func `an ioctl is the call, by the parts of its number`() throws {
    let found = try Self.found(Self.plain + "#define RING_IOC _IOWR(0xb5, 7, struct ring_setup)\n")
    guard case .ioctl(let ioctl)? = found.interface.call?.entry else {
      Issue.record("the call is \(String(describing: found.interface.call))")
      return
    }
    #expect((ioctl.type, ioctl.number, ioctl.size) == (0xb5, 7, 16))
    #expect(ioctl.direction == [.read, .write])
  }

  @Test func `members that share bytes are one, and what is between members is named`() throws {
    let found = try Self.found(
      """
      struct ring_setup {
        __u32 flags;
        __u16 a : 3, b : 13;
        __u16 spare;
        union { __aligned_u64 address; struct { __u32 low, high; }; };
        struct { __u32 x; __u32 y; } place;
        __u8 kind;
        __aligned_u64 last;
        __u8 tail[];
      };
      """)
    let fields = found.history.layout.fields
    #expect(
      fields.map(\.name) == [
        "flags", "a", "spare", "address", "place.x", "place.y", "kind", "hole_at_25", "last",
      ])
    #expect(fields.map(\.offset) == [0, 4, 6, 8, 16, 20, 24, 25, 32])
    #expect(fields.filter(\.isReserved).map(\.name) == ["spare", "hole_at_25"])
    #expect(found.remarks.map(\.member) == ["address", "hole_at_25", "tail"])
  }

  static let refused: [(String, member: String, abis: [String], remedy: String)] = [
    ("struct ring_setup { __u32 flags; __u64 address; };", "address", ["i386", "arc"], "__aligned_u64"),
    ("struct ring_setup { __u32 flags; __u32 a; unsigned long b; };", "b", ["i386", "x32"], "__aligned_u64"),
    (
      "struct ring_setup { __u32 flags; __u32 a; void *b; };", "b", ["i386", "x32", "arm"],
      "u64_to_user_ptr()"
    ),
    (
      "struct ring_setup { __u64 a; __u32 flags; };\n#define RING_IOC _IOW('R', 1, struct ring_setup)\n", "",
      ["i386", "arc"], "explicit pad of 4 bytes at the end"
    ),
  ]

  @Test(arguments: refused.indices)
  func `a layout that depends on the caller's ABI is refused with the member and the remedy`(_ index: Int)
    throws
  {
    let (text, member, abis, remedy) = Self.refused[index]
    let declarations = try Self.read(text)
    var options = ImportOptions()
    options.scheme = index == 3 ? "new-ioctl" : nil
    do throws(ImportError) {
      _ = try StructImport(of: "ring_setup", in: declarations, options)
      Issue.record("\(text) was taken")
    } catch {
      guard case .layoutDiffers(_, _, let remarks) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(remarks.first?.member == member)
      #expect(Set(remarks.flatMap(\.abis)).isSuperset(of: abis))
      #expect(remarks.first?.remedy.contains(remedy) == true)
    }
  }

  @Test func `a size that differs at the end travels where the kernel goes by the caller's size`() throws {
    let found = try Self.found("struct ring_setup { __u32 size; __u32 flags; __u64 a; __u32 b; };")
    #expect(found.scheme.name == "size-prefixed")
    #expect(found.remarks.contains { $0.message.contains("sizeof is 24") })
  }

  static let wrong: [(String, @Sendable (inout ImportOptions) -> Void)] = [
    ("unknown member 'adress'; did you mean 'address'?", { $0.versions = [("VER0", "adress")] }),
    ("--gate: unknown member 'entry'", { $0.gates = [("entry", "1")] }),
    ("--known: unknown constant 'RING_POL'; did you mean 'RING_POLL'?", { $0.known = ["RING_POL"] }),
    ("--size: unknown member 'flag'; did you mean 'flags'?", { $0.sizeMember = "flag" }),
    ("--scheme: unknown scheme 'size-arg'; did you mean 'size-argument'?", { $0.scheme = "size-arg" }),
  ]

  @Test(arguments: wrong.indices)
  func `a wrong option is named, with the nearest right value`(_ index: Int) throws {
    let (message, change) = Self.wrong[index]
    let declarations = try Self.read(Self.plain + "#define RING_POLL 1\n")
    var options = ImportOptions()
    change(&options)
    do throws(ImportError) {
      _ = try StructImport(of: "ring_setup", in: declarations, options)
      Issue.record("it was taken: \(message)")
    } catch { #expect(error.description.contains(message)) }
  }

  @Test func `a base that is no prefix is refused by the member`() throws {
    var options = ImportOptions()
    options.bases = [.init(try Self.read("struct ring_setup { __u64 flags; };"), name: "ring_setup")]
    let declarations = try Self.read(Self.plain)
    do throws(ImportError) {
      _ = try StructImport(of: "ring_setup", in: declarations, options)
      Issue.record("it was taken")
    } catch { #expect(error.description.contains("flags: bytes 0 to 7")) }
  }
}
