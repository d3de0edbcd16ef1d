import Foundation
import Testing

/// The modules, as the manifest declares them, as the sources import them, and as the README draws them.
struct HouseTests {
  /// Whether a module may import one of the toolchain: atomics any, the C library one.
  private func mayImport(_ name: String, _ module: Manifest.Module) -> Bool {
    name == "Synchronization" || name == "Glibc" && module.name == "LinuxSystem"
  }

  @Test func `what a module imports is what the manifest declares, no more and no less`() throws {
    for module in try Manifest().modules {
      let imports = try Imports(of: module)
      // A C target, and one that is there for the linker alone, import nothing.
      let imported = Set(imports.files.keys)
      for name in imported.subtracting(module.dependencies).sorted() {
        #expect(
          mayImport(name, module),
          "\(module.name) imports \(name) in \(imports.files[name] ?? []), which the manifest does not declare"
        )
      }
      let unused = imports.count == 0 ? [] : module.dependencies.subtracting(imported).sorted()
      #expect(unused.isEmpty, "\(module.name) declares \(unused) and imports them nowhere")
    }
  }

  @Test func `only one module makes system calls, and only the command knows the console`() throws {
    for module in try Manifest().modules {
      if module.dependencies.contains("CLinux") { #expect(module.name == "LinuxSystem") }
      if module.dependencies.contains("CommandLineKit") { #expect(module.name == "extstruct") }
    }
  }

  @Test func `the kernels do not know each other`() throws {
    let kernels: Set = ["SimulatedKernel", "RunningKernel", "KVMBackend", "UAPICatalog"]
    for module in try Manifest().modules where kernels.contains(module.name) {
      #expect(module.dependencies.isDisjoint(with: kernels), "\(module.name) imports \(module.dependencies)")
    }
  }

  @Test func `the README's picture is the house`() throws {
    let modules = try Manifest().modules
    for module in modules {
      #expect(!module.summary.isEmpty, "\(module.name) has no comment in the manifest")
    }
    let picture = House(modules).picture
    for line in picture { #expect(line.count <= 110, "\(line)") }
    let file = Manifest.root.appendingPathComponent("README.md")
    let (start, end) = ("```text\nextstruct ", "\n```")
    var readme = try String(contentsOf: file, encoding: .utf8)
    let head = try #require(readme.range(of: start), "the README has no picture that begins with extstruct")
    let from = readme.index(head.lowerBound, offsetBy: "```text\n".count)
    let to = try #require(readme.range(of: end, range: from..<readme.endIndex)).lowerBound
    if ProcessInfo.processInfo.environment["UPDATE_README"] == "1" {
      readme.replaceSubrange(from..<to, with: picture.joined(separator: "\n"))
      try readme.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    #expect(
      readme[from..<to].components(separatedBy: "\n") == picture,
      "UPDATE_README=1 swift test --filter HouseTests writes it anew:\n\(picture.joined(separator: "\n"))")
  }
}
