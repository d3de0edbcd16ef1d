import CDeclarations
import LinuxSystem
import Testing
import TypeInformation

/// Structs read from BTF, against the same header read for the same ABI.
struct BTFTests {
  /// The fixture's BTF, by clang, of each struct that a variable uses.
  private func object() throws -> [UInt8] {
    let variables = ["plain", "holes", "packed", "bits", "nested", "flexible", "old_flexible"]
      .map { "struct \($0) a_\($0);" }
    let source =
      "#include \"\(HeaderReaderTests.fixture)\"\n" + variables.joined(separator: "\n") + "\nuntagged a;\n"
    let program = Program(
      try HeaderReader().clang,
      ["-target", "bpf", "-g", "-O2", "-w", "-nostdlibinc", "-isystem", "/usr/include", "-isystem"]
        + ["/usr/include/x86_64-linux-gnu", "-x", "c", "-c", "-o", "-", "-"],
      environment: ["LC_ALL=C"], input: Array(source.utf8))
    let result = try Program.run([program], limit: 1 << 24)[0]
    try #require(result.end == .exited(0), "\(String(decoding: result.errors, as: UTF8.self))")
    return result.output
  }

  @Test func `an object file's structs are those of its header`() throws {
    let found = try CDeclarations(btf: try BTF(elf: try object()), source: "fixture.o")
    let expected = try HeaderReaderTests.declarations.get()
    for name in ["plain", "holes", "packed", "bits", "nested", "flexible", "old_flexible", "untagged"] {
      let layout = try #require(found.records[name]?.layouts["x86_64"], "\(name)")
      var wanted = try #require(expected.records[name]?.layouts["x86_64"])
      // BTF has no typedef's alignment, and names no typedef of a wider alignment otherwise.
      wanted.alignment = layout.alignment
      #expect(layout.members.map(\.name) == wanted.members.map(\.name), "\(name)")
      #expect(layout.members.map(\.bits) == wanted.members.map(\.bits), "\(name)")
      #expect(layout.members.map(\.type) == wanted.members.map(\.type), "\(name)")
      #expect(layout.size == wanted.size)
    }
    #expect(found.constants.first { $0.name == "COLOUR_WIDE" }?.value == 1 << 20)
  }

  @Test(.enabled(if: Files.kind(of: "/sys/kernel/btf/vmlinux") != nil))
  func `the running kernel's structs are read, and only those that are asked for`() throws {
    let bytes = try Files.contents(of: "/sys/kernel/btf/vmlinux")
    let found = try CDeclarations(
      btf: try BTF(bytes: bytes), source: "vmlinux", names: ["open_how", "clone_args"])
    #expect(found.records.keys.sorted() == ["clone_args", "open_how"])
    let how = try #require(found.records["open_how"]?.layouts.values.first)
    #expect(how.size == 24)
    #expect(how.alignment == 8)
    #expect(how.members.map(\.name) == ["flags", "mode", "resolve"])
    #expect(how.members[0].type == .integer("__u64", bytes: 8, isSigned: false))
  }

  @Test func `a struct that contains itself is refused`() throws {
    // One struct of one member of its own type: kind 4, and kind 8 is a typedef.
    let words: [UInt32] = [0x0001_eb9f, 24, 0, 24, 24, 3, 1, 0x0400_0001, 4, 0, 1, 0]
    var bytes: [UInt8] = []
    for word in words {
      for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
    bytes += [0, 0x61, 0]
    let btf = try BTF(bytes: bytes)
    #expect(throws: DeclarationReadError.self) { try CDeclarations(btf: btf, source: "itself") }
  }
}
