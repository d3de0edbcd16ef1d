import Foundation

/// What a module's sources import, file by file.
struct Imports {
  /// The files that import each module, by the imported module's name.
  private(set) var files: [String: [String]] = [:]
  /// How many files were read.
  private(set) var count = 0

  init(of module: Manifest.Module) throws {
    let files = FileManager.default.enumerator(at: module.folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      count += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      let pattern =
        #/
        ^(?:@\w+\ )*
        (?:(?:public|package|internal|private|fileprivate)\ )?
        import\ (?:(?:struct|enum|func|class|protocol)\ )?(\w+)
        /#
      for match in text.matches(of: pattern.anchorsMatchLineEndings()) {
        self.files[String(match.1), default: []].append(file.lastPathComponent)
      }
    }
  }
}
