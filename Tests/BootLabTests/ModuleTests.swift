import Testing

@testable import BootLab

@Suite("Modules")
struct ModuleTests {
  static let index = """
    kernel/arch/x86/kvm/kvm.ko: kernel/virt/lib/irqbypass.ko
    kernel/arch/x86/kvm/kvm-amd.ko: kernel/drivers/crypto/ccp/ccp.ko kernel/arch/x86/kvm/kvm.ko \
    kernel/virt/lib/irqbypass.ko
    kernel/virt/lib/irqbypass.ko:
    kernel/drivers/crypto/ccp/ccp.ko:
    kernel/a.ko.xz: kernel/b.ko.zst
    kernel/b.ko.zst: kernel/a.ko.xz
    no colon here
    """

  @Test("are loaded after what they need")
  func order() throws {
    let index = ModuleIndex(Self.index)
    let path = try #require(index.path(of: "kvm_amd"))
    #expect(path == index.path(of: "kvm-amd"))
    #expect(
      index.loadOrder(for: path).map(ModuleIndex.name(of:)) == ["irqbypass", "kvm", "ccp", "kvm_amd"])
    #expect(index.path(of: "kvm-intel") == nil)
    #expect(index.needs.count == 6)
  }

  @Test("that need each other do not hang the search")
  func circle() {
    let index = ModuleIndex(Self.index)
    #expect(index.loadOrder(for: "kernel/a.ko.xz") == ["kernel/b.ko.zst", "kernel/a.ko.xz"])
    #expect(index.path(of: "b") == "kernel/b.ko.zst")
  }

  /// A tree lib/modules/VERSION for each of the versions.
  private func tree(_ folder: String, _ versions: [String]) throws {
    for version in versions {
      let path = folder + "/lib/modules/" + version
      makeFolder(path + "/kernel")
      try write("kernel/kvm-amd.ko: kernel/kvm.ko\nkernel/kvm.ko:\n".utf8, to: path + "/modules.dep")
      try write(Array("\(version) amd".utf8), to: path + "/kernel/kvm-amd.ko")
      try write(Array("\(version) kvm".utf8), to: path + "/kernel/kvm.ko")
    }
  }

  @Test("are found from the folder, or from one above it")
  func folders() throws {
    try withFolder { folder in
      try tree(folder, ["6.1", "6.2"])
      for path in [folder, folder + "/lib/modules", folder + "/lib/modules/6.2"] {
        let found = try ModuleFolder(path, release: "6.2")
        #expect(found.path == folder + "/lib/modules/6.2")
        #expect(try found.read().map(\.name) == ["kvm.ko", "kvm-amd.ko"])
        #expect(try found.read()[0].contents == Array("6.2 kvm".utf8))
      }
      #expect(
        "\(failure(folder, release: "6.3"))".hasSuffix("none of its 2 module folders is for the kernel 6.3"))
    }
  }

  @Test("that are not there are a clear error")
  func errors() throws {
    try withFolder { folder in
      #expect(failure(folder + "/x") == .modules(folder + "/x", "there is no such folder"))
      #expect("\(failure(folder))".contains("there are no modules in it"))
      try tree(folder, ["6.1"])
      let path = folder + "/lib/modules/6.1"
      try write("kernel/x.ko:\n".utf8, to: path + "/modules.dep")
      #expect("\(failure(folder))".contains("it has no module kvm-amd, and it is not built in"))
      try write("kernel/arch/x86/kvm/kvm-amd.ko\n".utf8, to: path + "/modules.builtin")
      #expect(try ModuleFolder(folder, release: nil).read().isEmpty)
      remove(path + "/modules.dep")
      #expect("\(failure(folder))".contains("depmod -b ROOT 6.1"))
    }
  }

  private func failure(_ path: String, release: String? = nil) -> BootError {
    do throws(BootError) { _ = try ModuleFolder(path, release: release).read() } catch { return error }
    return .interrupted  // Not what any test expects.
  }
}
