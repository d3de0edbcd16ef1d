import CDeclarations
import ExtensibleStructs
import HeaderImport
import InterfaceFile
import KernelInterfaces
import Testing
import UAPICatalog

/// Every struct of the catalog that is in the headers, as the importer lays it out.
@Suite(.needsHeaders)
struct CatalogTests {
  /// The headers that declare what the catalog has.
  static let headers = [
    "linux/bpf.h", "linux/eventpoll.h", "linux/fs.h", "linux/futex.h", "linux/io_uring.h",
    "linux/io_uring/query.h", "linux/iommufd.h", "linux/kvm.h", "linux/landlock.h", "linux/mman.h",
    "linux/mount.h", "linux/nsfs.h", "linux/openat2.h", "linux/perf_event.h", "linux/pidfd.h",
    "linux/sched.h",
    "linux/sched/types.h", "linux/seccomp.h", "linux/stat.h", "linux/tcp.h", "linux/userfaultfd.h",
    "linux/vfio.h", "linux/xattr.h", "drm/drm.h",
  ]

  /// Structs of the catalog that no header declares: parts of `union bpf_attr`, which have no tag; one that was posted
  /// and never merged; the C library's own; the arguments of a call.
  static let elsewhere: Set<String> = [
    "bpf_attr_btf_get_id", "bpf_attr_btf_load", "bpf_attr_info", "bpf_attr_iter_create",
    "bpf_attr_link_create",
    "bpf_attr_link_update", "bpf_attr_map_create", "bpf_attr_map_elem", "bpf_attr_map_get_id",
    "bpf_attr_prog_bind_map", "bpf_attr_prog_load", "file_handle", "kvm_userspace_memory_region2_posted",
    "lsm_modules",
  ]

  /// Structs of the catalog that are not as long as in the header, on purpose: an extension that was never merged, and
  /// the part of a union that one command takes.
  static let otherSize: Set<String> = ["kvm_userspace_memory_region", "bpf_attr"]

  /// Structs whose layout depends on the caller's ABI: the kernel has a handler for each.
  static let perABI: Set<String> = ["kvm_msr_filter"]

  @Test func `each struct is imported and equals the catalog's`() throws {
    let all = Set(try Catalog.structures().map(\.name))
    var found: [String: CDeclarations] = [:]
    var reader = try HeaderReader()
    reader.systemFolder = try FetchedHeaders.new.get()
    reader.abis = CABI.all.filter { ["x86_64", "i386"].contains($0.name) }
    let read = try reader.readAll(Self.headers.map { .included($0) })
    #expect(read.refused.isEmpty, "\(read.refused.map(\.error))")
    for declarations in read.declarations {
      for name in declarations.records.keys where all.contains(name) { found[name] = declarations }
    }
    #expect(all.subtracting(found.keys) == Self.elsewhere)
    var refused: Set<String> = []
    for entry in try Catalog.structures() {
      guard var declarations = found[entry.name] else { continue }
      var imported: StructImport
      do { imported = try StructImport(of: entry.name, in: declarations) } catch {
        refused.insert(entry.name)
        declarations.abis = [.x86_64]
        imported = try StructImport(of: entry.name, in: declarations)
      }
      #expect(
        try Interface(file: Array(imported.interface.fileText.utf8)) == imported.interface, "\(entry.name)")
      // One of the two may name a struct inside as one member, or an array of structs, where the other names its parts.
      let (expected, fields) = (Self.boundaries(entry.history), Self.boundaries(imported.history))
      guard !Self.otherSize.contains(entry.name) else { continue }
      #expect(entry.history.layout.size == imported.history.layout.size, "\(entry.name)")
      #expect(
        expected.isSubset(of: fields) || fields.isSubset(of: expected), "\(entry.name): \(expected) \(fields)"
      )
    }
    #expect(refused == Self.perABI)
  }

  /// Where members begin.
  private static func boundaries(_ history: History) -> Set<Int> { Set(history.layout.fields.map(\.offset)) }
}
