import Documents
import ExtensibleStructs
import InterfaceAnalysis
import KernelInterfaces
import Testing
import UAPICatalog

@Suite("The drawing of a struct")
struct LayoutReportTests {
  @Test(arguments: [40, 60, 70, 80, 200])
  func `fits its width, for every struct of the catalog`(width: Int) throws {
    for interface in try Catalog.interfaces() {
      let lines = LayoutReport(interface.history).lines(width: width)
      #expect(lines.allSatisfy { $0.width <= width }, "\(interface.name)")
    }
  }

  @Test func `has eight bytes a row where there is no room for sixteen`() throws {
    let history = try Catalog.schedSetattr().history
    let narrow = LayoutReport(history).drawing.lines(width: 69)
    #expect(narrow.first?.plain == "0x00 ├ size ─────────┼ sched_policy ─┤")
    let wide = LayoutReport(history).drawing.lines(width: 70)
    #expect(wide.first?.plain.hasPrefix("0x00 ├ size ─────────┼ sched_policy ─┼ sched_flags ─") == true)
  }
}
