/// The guest's first and only file system: this program, the modules, and what is to be done.
struct Initramfs {
  /// Where things are in the guest.
  enum Path {
    static let program = "/init"
    static let folder = "/lab"
    static let arguments = "/lab/arguments"
    static let environment = "/lab/environment"
    static let modules = "/lab/modules"
    static let files = "/lab/files"
  }

  /// The statically linked program.
  var program: [UInt8]
  /// The modules' file names and contents, in the order of loading.
  var modules: [(name: String, contents: [UInt8])]
  /// What the program is to do, without the program's own name.
  var arguments: [String]
  /// The program's environment, each `NAME=VALUE`.
  var environment: [String]
  /// The files that the arguments name.
  var files: [BootRequest.TakenFile] = []

  /// The archive for the kernel to unpack.
  func archived() -> [UInt8] {
    var archive = Archive()
    archive.folder("dev")
    // The kernel opens it for the first program, before that can mount anything.
    archive.device("dev/console", major: 5, minor: 1)
    // The Swift runtime looks for its own path before the program's first line, and ends it if there is none.
    archive.folder("proc")
    archive.folder("proc/self")
    archive.link("proc/self/exe", to: Path.program)
    archive.folder("lab")
    let paths = modules.enumerated().map { "/lab/\($0)-\($1.name)" }
    archive.file("lab/arguments", Self.list(arguments))
    archive.file("lab/environment", Self.list(environment))
    archive.file("lab/modules", Self.list(paths))
    for (path, module) in zip(paths, modules) { archive.file(String(path.dropFirst()), module.contents) }
    if !files.isEmpty { archive.folder("lab/files") }
    for file in files { archive.file(String(file.path.dropFirst()), file.contents) }
    archive.file("init", program, mode: .program)
    return archive.finished()
  }

  /// Strings, each ended by a zero byte.
  static func list(_ strings: [String]) -> [UInt8] { strings.flatMap { Array($0.utf8) + [0] } }

  /// The strings of such a list.
  static func strings(_ list: [UInt8]) -> [String] {
    list.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
