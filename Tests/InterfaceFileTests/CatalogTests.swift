import ExtensibleStructs
import InterfaceFile
import KernelInterfaces
import Testing
import UAPICatalog

/// Every interface of the catalog as a file, and back.
struct CatalogTests {
  @Test func `every interface is read back from its file as it is`() throws {
    let interfaces = try Catalog.interfaces()
    #expect(interfaces.count >= 110)
    for interface in interfaces {
      let text = interface.fileText
      let read = try Interface(file: Array(text.utf8), named: interface.name)
      #expect(read == interface, "\(interface.name):\n\(text)")
      #expect(read.fileText == text, "\(interface.name)")
    }
  }
}
