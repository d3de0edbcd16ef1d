public import KernelInterfaces
internal import LinuxSystem

extension Interface {
  /// Reads an interface from a file.
  ///
  /// - Throws: ``InterfaceFileError`` if the file cannot be read, or is wrong.
  public init(contentsOf path: String) throws(InterfaceFileError) {
    let text: [UInt8]
    do throws(SystemError) { text = try Interface.text(of: path) } catch {
      throw InterfaceFileError("the interface file cannot be read: \(error.reason)", file: path)
    }
    try self.init(file: text, named: path)
  }

  /// The bytes of a file, and no more of it than shows that it is too long: a device may have no end.
  private static func text(of path: String) throws(SystemError) -> [UInt8] {
    let file = try FileDescriptor(opening: path, .readOnly)
    var text: [UInt8] = []
    while text.count <= longestFile {
      let part = try FileDescriptor.readWaiting(file.rawValue, limit: longestFile + 1 - text.count)
      if part.isEmpty { break }
      text += part
    }
    return text
  }
}
