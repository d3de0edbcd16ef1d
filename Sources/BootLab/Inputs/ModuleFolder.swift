internal import LinuxSystem

/// A folder of kernel modules, such as `/lib/modules/6.1.0-56-amd64`.
struct ModuleFolder {
  /// The module that gives the guest its /dev/kvm: the emulated processor is an AMD one.
  static let kvm = "kvm-amd"

  /// The folder that `modules.dep` is in.
  var path: String

  /// Finds the modules of a kernel in `path`: that folder, one in it, or one in its `lib/modules`.
  ///
  /// - Parameter release: The kernel's release, to tell several folders apart.
  init(_ path: String, release: String?) throws(BootError) {
    guard Files.kind(of: path) == .folder else {
      throw .modules(path, Files.kind(of: path) == nil ? "there is no such folder" : "this is no folder")
    }
    let parents = [path, path + "/lib/modules", path + "/usr/lib/modules"]
    let inside = parents.flatMap { parent in Files.names(in: parent).map { parent + "/" + $0 } }
    let candidates = ([path] + inside).filter { Files.kind(of: $0 + "/kernel") == .folder }
    let matching = candidates.filter { release == nil || $0.split(separator: "/").last == release![...] }
    guard let found = matching.first ?? (candidates.count == 1 ? candidates.first : nil) else {
      throw .modules(
        path,
        candidates.isEmpty
          ? "there are no modules in it (a folder such as lib/modules/VERSION, with a folder 'kernel')"
          : "none of its \(candidates.count) module folders is for the kernel \(release ?? "given")")
    }
    guard Files.kind(of: found + "/modules.dep") == .file else {
      let version = found.split(separator: "/").last ?? ""
      throw .modules(
        found, "it has no modules.dep; 'depmod -b ROOT \(version)' makes one, where ROOT holds lib/modules")
    }
    self.path = found
  }

  /// Reads a module and those it needs, in the order of loading; none if the kernel has it built in.
  func read(_ name: String = kvm) throws(BootError) -> [(name: String, contents: [UInt8])] {
    let index = ModuleIndex(String(decoding: try contents(of: "modules.dep"), as: UTF8.self))
    guard let wanted = index.path(of: name) else {
      let builtIn = String(decoding: (try? contents(of: "modules.builtin")) ?? [], as: UTF8.self)
      let isBuiltIn = builtIn.split(whereSeparator: \.isNewline).contains {
        ModuleIndex.name(of: String($0)) == ModuleIndex.name(of: name)
      }
      if isBuiltIn { return [] }
      throw .modules(
        path, "it has no module \(name), and it is not built in; without --modules the kernel boots as it is")
    }
    var modules: [(name: String, contents: [UInt8])] = []
    for file in index.loadOrder(for: wanted) {
      modules.append((String(file.split(separator: "/").last ?? ""), try contents(of: file)))
    }
    return modules
  }

  private func contents(of file: String) throws(BootError) -> [UInt8] {
    do throws(SystemError) {
      return try Files.contents(of: file.hasPrefix("/") ? file : path + "/" + file)
    } catch {
      throw .modules(path, "\(error)")
    }
  }
}
