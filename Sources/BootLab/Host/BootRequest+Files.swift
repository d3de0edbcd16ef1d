internal import LinuxSystem

extension BootRequest {
  /// A file that the guest gets, and where it is there.
  struct TakenFile {
    let path: String
    let contents: [UInt8]
  }

  /// The longest file that the guest gets, in bytes: 1 MiB.
  private static let longestFile = 1 << 20

  /// The arguments as the guest gets them, and the interface files that they name: an argument that ends in `.json`, and is
  /// the name of a file here, is the name of a copy of it there.
  ///
  /// - Throws: ``BootError`` if such a file cannot be read, or is too long to be an interface file.
  func takingFiles() throws(BootError) -> (arguments: [String], files: [TakenFile]) {
    var (given, files) = (arguments, [TakenFile]())
    for (index, argument) in arguments.enumerated() {
      guard argument.hasSuffix(".json"), Files.kind(of: argument) == .file else { continue }
      let contents: [UInt8]
      do throws(SystemError) { contents = try Files.contents(of: argument) } catch {
        throw .file(argument, error.reason)
      }
      guard contents.count <= Self.longestFile else { throw .file(argument, "longer than 1 MiB") }
      let name = argument.split(separator: "/").last ?? "file.json"
      given[index] = "\(Initramfs.Path.files)/\(files.count)-\(name)"
      files.append(TakenFile(path: given[index], contents: contents))
    }
    return (given, files)
  }
}
