/// What `modules.dep` says: which modules there are, and which each needs.
///
/// A line is `kernel/arch/x86/kvm/kvm-amd.ko: kernel/virt/lib/irqbypass.ko ...`, all of it relative to the
/// folder of the file.
struct ModuleIndex: Equatable {
  /// Modules by path, each with the paths of those it needs.
  private(set) var needs: [String: [String]] = [:]

  /// Reads the text of a `modules.dep`; lines of any other form are passed over.
  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      needs[String(parts[0])] = parts[1].split(separator: " ").map(String.init)
    }
  }

  /// The path of the module of that name, whatever its file's ending.
  func path(of name: String) -> String? {
    needs.keys.first { Self.name(of: $0) == Self.normal(name) }
  }

  /// A module and all that it needs, each after what it needs itself.
  func loadOrder(for path: String) -> [String] {
    var order: [String] = []
    var seen: Set<String> = []
    func visit(_ path: String) {
      guard seen.insert(path).inserted else { return }
      // `depmod` lists what has to be loaded first last.
      for needed in (needs[path] ?? []).reversed() { visit(needed) }
      order.append(path)
    }
    visit(path)
    return order
  }

  /// The name that a module's file gives it; the kernel takes `-` for `_`.
  static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    for ending in [".ko", ".ko.xz", ".ko.zst", ".ko.gz"] where file.hasSuffix(ending) {
      return normal(String(file.dropLast(ending.count)))
    }
    return normal(String(file))
  }

  private static func normal(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 }) }
}
