import ExtensibleStructs
import Foundation
import Testing
import TypeInformation
import UAPICatalog

private let vmlinuxPath = "/sys/kernel/btf/vmlinux"

/// The running kernel's own types; KVM may be a module, with a file of its own beside them.
@Suite(
  "The catalog's structs against the running kernel",
  .enabled(
    if: FileManager.default.isReadableFile(atPath: vmlinuxPath),
    "skipped: no readable \(vmlinuxPath), so that no layout can be compared with the kernel's"))
struct RunningKernelLayoutTests {
  static let types = Result {
    try BTF(bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: vmlinuxPath))))
  }

  /// The catalog's structs that are a kernel's, and how long each is at least.
  static let structures: [(name: String, size: Int)] = [
    ("kvm_userspace_memory_region", 32), ("kvm_userspace_memory_region2", 160),
    ("kvm_create_guest_memfd", 64), ("sched_attr", 56),
  ]

  @Test(arguments: structures)
  func `every member is where the kernel has it`(name: String, size: Int) throws {
    guard let structure = try Self.types.get().structure(named: name) else {
      print(
        "skipped: the running kernel's types have no struct \(name), so it is compared with the headers alone"
      )
      #expect(name.hasPrefix("kvm_"), "any other struct is part of every kernel")
      return
    }
    let layouts = try Catalog.structures().map(\.history.layout)
    let layout = try #require(layouts.first { $0.name == name })
    var compared = 0
    for field in layout.fields where field.offset < structure.size && field.offset < size {
      let member = structure.member(named: field.name)
      #expect(member?.range == field.range, "\(name).\(field.name)")
      compared += field.size
    }
    // No byte is left out, and the kernel's own struct is no shorter.
    #expect(compared == size && structure.size >= size)
    let ours = Set(layout.fields.map(\.name))
    let theirs = structure.members.filter { $0.offset < size }.map(\.name)
    #expect(theirs.allSatisfy(ours.contains), "\(theirs)")
  }
}
