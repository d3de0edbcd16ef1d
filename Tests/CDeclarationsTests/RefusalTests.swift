import CDeclarations
import Testing

/// What readers of headers say of what cannot be read.
struct RefusalTests {
  private func message(_ text: String, _ change: (inout HeaderReader) -> Void = { _ in }) throws -> String {
    var reader = try HeaderReader()
    reader.abis = [.x86_64]
    change(&reader)
    do throws(DeclarationReadError) {
      _ = try reader.read([.text(Array(text.utf8), name: "a.h")])
      return "no error"
    } catch { return error.description }
  }

  @Test(
    arguments: [
      ("struct a { unknown_t x; };", "a.h:1:12: error: unknown type name 'unknown_t'"),
      ("\n#include <nowhere/at.h>", "a.h:2:10: fatal error: 'nowhere/at.h' file not found"),
      ("#include <nowhere/at.h>", "name the folder that it is in with -I"),
      ("#error no\n", "a.h:1:2: error: no"),
      ("struct a { struct b c; };", "a.h does not compile for x86_64:"),
    ])
  func `a header that does not compile is refused with clang's words`(_ text: String, _ words: String) throws
  {
    #expect(try message(text).contains(words))
  }

  @Test func `an include folder and a define are clang's`() throws {
    #expect(try message("struct a { MY_TYPE x; };") { $0.defines = ["MY_TYPE=__u32"] } == "no error")
    let fixture = HeaderReaderTests.fixture
    let folder = String(fixture.prefix(upTo: fixture.lastIndex(of: "/")!))
    #expect(try message("#include <layouts.h>\n") { $0.includeFolders = [folder] } == "no error")
  }

  @Test func `a text without its includes gets the kernel's types`() throws {
    #expect(try message("struct a { __u32 x; size_t y; struct sockaddr z; };") == "no error")
  }

  @Test func `a header of the kernel's sources is read as if it were installed`() throws {
    #expect(
      try message(
        "#include <linux/compiler.h>\n#include <linux/compiler_types.h>\nstruct a { char __user *x; };")
        == "no error")
  }

  @Test func `no clang is an error that says what to install`() throws {
    #expect(throws: DeclarationReadError.noClang(["/nowhere/clang is no program"])) {
      try HeaderReader(clang: "/nowhere/clang")
    }
    let message = DeclarationReadError.noClang(["/nowhere/clang is no program"]).description
    #expect(message.contains("package clang"))
  }

  @Test func `an ABI that a header is not for is left out with a note`() throws {
    var reader = try HeaderReader()
    reader.abis = [.x86_64, try #require(CABI.all.first { $0.name == "s390x" })]
    let text = "#ifdef __s390x__\n#error no\n#endif\nstruct a { __u32 x; };\n"
    let declarations = try reader.read([.text(Array(text.utf8), name: "a.h")])
    #expect(declarations.records["a"]?.layouts.keys.sorted() == ["x86_64"])
    #expect(declarations.notes.contains("not laid out for s390x: a.h:2:2: error: no"))
  }

  @Test(arguments: ["a\"b.h", "a\nb.h", "a\0b.h"])
  func `a name that would end the include line is refused`(_ name: String) throws {
    #expect(throws: DeclarationReadError.badName(name)) { try HeaderReader().read([.file(name)]) }
    #expect(throws: DeclarationReadError.badName("a>b.h")) { try HeaderReader().read([.included("a>b.h")]) }
  }

  @Test func `of many headers those that cannot be read are named, and the others are read`() throws {
    var reader = try HeaderReader()
    reader.abis = [.x86_64]
    let sources = (0..<7).map { index in
      let text = index == 4 ? "#error four\n" : "struct s\(index) { __u32 x; };\n#define SAME \(index / 6)\n"
      return HeaderSource.text(Array(text.utf8), name: "h\(index).h")
    }
    var done: [Int] = []
    let result = try reader.readAll(sources, together: 7) { done.append($0) }
    #expect(result.refused.map(\.header.name) == ["h4.h"])
    let records = Set(result.declarations.flatMap(\.records.keys))
    #expect(records.isSuperset(of: [0, 1, 2, 3, 5, 6].map { "s\($0)" }))
    // SAME is 0 in all but the last, so that the last is read apart from the others.
    #expect(result.declarations.last?.constant("SAME")?.value == 1)
    #expect(result.declarations.first?.constant("SAME")?.value == 0)
    #expect(done.last == 7)
    #expect(done == done.sorted())
  }
}
