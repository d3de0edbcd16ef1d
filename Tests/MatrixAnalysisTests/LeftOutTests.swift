import Documents
import ExtensibleStructs
import KernelInterfaces
import Testing
import UAPICatalog

@testable import MatrixAnalysis

@Suite("Schemes that cannot carry a struct")
struct LeftOutTests {
  private func structure(_ name: String) throws -> CatalogEntry {
    try #require(try Catalog.structures().first { $0.name == name })
  }

  @Test(arguments: [
    (
      "clone_args",
      [
        "flag-first is left out: VER1 has no flag gate, so flag-first would never fetch its bytes; "
          + "give it a gate"
      ]
    ),
    ("mnt_id_req", ["flag-first is left out: flag-first reads flags, but the history names no flags member"]),
    ("sched_attr", []), ("kvm_userspace_memory_region", []),
  ])
  func `are named with the reason, and the others are run`(name: String, words: [String]) throws {
    let structure = try structure(name)
    let matrix = try Matrix(structure.history)
    #expect(matrix.leftOut.map(\.words) == words)
    #expect(matrix.tables.count + words.count == 5)
    let lines = matrix.document.lines(width: 200).map { $0.rendered(color: false) }
    for words in words { #expect(lines.contains(words + ".")) }
  }

  @Test func `one that was asked for by name is an error`() throws {
    let history = try structure("clone_args").history
    #expect(throws: InterfaceError("clone_args", .scheme(.ungated("VER1", "flag-first")))) {
      try Matrix(history, schemes: [.flagFirst])
    }
  }

  @Test func `every struct of the catalog has a matrix`() throws {
    for structure in try Catalog.structures() where structure.history.versions.count <= 3 {
      let matrix = try Matrix(structure.history)
      #expect(matrix.tables.contains { $0.scheme.name == "new-ioctl" }, "\(structure.name)")
      for line in matrix.document.lines(width: 80) {
        #expect(line.width <= 80, "\(line.rendered(color: false))")
      }
    }
  }
}
