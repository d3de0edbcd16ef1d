import Documents
import InterfaceAnalysis
import KernelInterfaces
import Testing
import UAPICatalog

@Suite("The drawing of a struct")
struct LayoutReportTests {
  @Test(arguments: [40, 60, 70, 80, 200])
  func `fits its width, for every struct of the catalog`(width: Int) throws {
    for interface in try Catalog.interfaces() {
      let lines = LayoutReport(interface.history).document.lines(width: width)
      #expect(lines.allSatisfy { $0.width <= width }, "\(interface.name)")
    }
  }

  @Test func `has eight bytes a row where there is no room for sixteen`() throws {
    let history = try Catalog.schedSetattr().history
    func first(width: Int) -> String? {
      LayoutReport(history).document.lines(width: width).map(\.plain).first { $0.hasPrefix("0x00") }
    }
    #expect(first(width: 69) == "0x00 ├ size ─────────┼ sched_policy ─┤")
    #expect(first(width: 70)?.hasPrefix("0x00 ├ size ─────────┼ sched_policy ─┼ sched_flags ─") == true)
  }

  @Test(arguments: [(nil, 56, false), (64, 64, true), (56, 56, false), (8, 56, false)])
  func `has the pad of a padded struct as a reserved member`(padded: Int?, size: Int, hasPad: Bool) throws {
    let drawing = ByteDrawing(try Catalog.schedSetattr().history, paddedTo: padded)
    #expect(drawing.name == "sched_attr" && drawing.size == size)
    #expect(drawing.versions.map(\.end) == [48, 56])
    #expect(drawing.versions.map(\.gate) == [nil, "sched_flags & 0x60"])
    let last = try #require(drawing.fields.last)
    #expect(last.name == (hasPad ? "pad" : "sched_util_max") && last.isReserved == hasPad)
    #expect(last.offset + last.size == size)
  }
}
