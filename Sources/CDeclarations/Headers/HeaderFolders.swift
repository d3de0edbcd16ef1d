internal import LinuxSystem

/// Where the headers of an architecture are, beside those of all.
struct HeaderFolders {
  /// The folder of the headers of all architectures: `/usr/include`, or the `include` of an unpacked package.
  var system: String

  /// The folder whose `asm` has the architecture's own headers, and whether it is this architecture's.
  ///
  /// Debian has them by the kernel's name for the architecture, or by its own name for the ABI.
  func architecture(_ abi: CABI) -> (folder: String, isItsOwn: Bool)? {
    for folder in [
      "\(system)/../uapi/\(abi.headers)", "\(system)/../lib/linux/uapi/\(abi.headers)",
      "\(system)/\(Self.multiarch[abi.name] ?? abi.triple)", system,
    ]
    where Files.kind(of: "\(folder)/asm/types.h") != nil
      || Files.kind(of: "\(folder)/asm/posix_types.h") != nil
    {
      return (folder, folder != system)
    }
    return abi == .x86_64
      ? nil : architecture(.x86_64).map { ($0.folder, abi.headers == CABI.x86_64.headers) }
  }

  private static let multiarch = [
    "i386": "i386-linux-gnu", "arm": "arm-linux-gnueabihf", "x32": "x86_64-linux-gnux32",
  ]

  /// The folder of installed headers that a header is in: `/usr/include` of `/usr/include/linux/kvm.h`. Nil for another
  /// header, and for one of a kernel's source tree, where an architecture's own headers are elsewhere.
  static func installed(_ path: String) -> String? {
    var folder = path
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      guard Files.kind(of: "\(folder)/linux/types.h") != nil,
        Files.kind(of: "\(folder)/asm-generic/types.h") != nil
      else { continue }
      let folders = HeaderFolders(system: folder)
      return CABI.all.contains { folders.architecture($0)?.isItsOwn == true } ? folder : nil
    }
    return nil
  }

  /// The include folder of a kernel's source tree that a header is in: `.../include/uapi` of
  /// `.../include/uapi/linux/openat2.h`. Nil for another header.
  static func sourceTree(of header: HeaderSource) -> String? {
    guard case .file(let path) = header else { return nil }
    let marker = "include/uapi/"
    guard let range = path.firstRange(of: marker),
      range.lowerBound == path.startIndex || path[..<range.lowerBound].last == "/"
    else { return nil }
    return String(path[..<range.upperBound].dropLast())
  }

  /// A path without its include folder, as an include line has it.
  static func name(_ path: String, in folders: [String]) -> String {
    func plain(_ path: String) -> Substring {
      var path = path[...]
      // clang puts its own in front of a path that is not absolute.
      while path.hasPrefix("./") { path = path.dropFirst(2) }
      return path
    }
    let path = plain(path)
    // The longest folder first: `include/uapi` before `include`.
    for folder in folders.map(plain).sorted(by: { $0.utf8.count > $1.utf8.count })
    where path.hasPrefix(folder + "/") {
      return String(path.dropFirst(folder.count + 1))
    }
    return String(path)
  }
}
