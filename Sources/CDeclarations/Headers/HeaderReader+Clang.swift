internal import LinuxSystem

extension HeaderReader {
  /// How much clang may write: the whole of the kernel's headers is a tenth of it.
  private static var limit: Int { 1 << 28 }

  /// One run of clang.
  struct Run {
    var abi: CABI
    var unit: TranslationUnit
    /// What clang is to make of the unit.
    var action: [String]
  }

  /// Writes the text and the macros of a unit.
  static var preprocess: [String] { ["-E", "-dD"] }
  /// Writes the layouts, the values and the types of a unit.
  static var compile: [String] {
    ["-Xclang", "-fdump-record-layouts", "-g", "-fno-eliminate-unused-debug-types", "-S", "-emit-llvm"]
  }

  /// Runs clang, and gives each run's output and what it complains of: nothing if all is well.
  func run(_ runs: [Run]) throws(DeclarationReadError) -> [(output: [UInt8], complaints: [String])] {
    var programs: [Program] = []
    for run in runs {
      programs.append(
        Program(
          clang, arguments(run.abi, run.unit) + run.action + ["-o", "-", "-"],
          environment: ["LC_ALL=C", "PATH=\(CurrentProcess.environment("PATH") ?? "")"],
          input: try run.unit.source(), files: LibraryStubs.files))
    }
    let results: [Program.Result]
    do throws(SystemError) {
      results = try Program.run(programs, atOnce: atOnce, limit: Self.limit)
    } catch { throw .system("\(error)") }
    return try results.map { (result) throws(DeclarationReadError) in
      let text = String(decoding: result.errors, as: UTF8.self)
      switch result.end {
      case nil: throw .tooMuchOutput(clang, limit: Self.limit)
      case .exited(0): return (result.output, [])
      case .exited: return (result.output, text.split(separator: "\n").map(String.init))
      case .killed(let signal), .stopped(let signal):
        throw .system("\(clang) was ended by signal \(signal)")
      }
    }
  }

  private func arguments(_ abi: CABI, _ unit: TranslationUnit) -> [String] {
    let architecture = HeaderFolders(system: systemFolder).architecture(abi)?.folder
    // Messages are compared by line, so that none may be left out; a pasted header is no place for warnings.
    return ["--target=\(abi.triple)", "-x", "c", "-std=gnu11", "-w", "-ffreestanding", "-nostdlibinc"]
      // A folder that nothing is in, so that names are recorded as they were found.
      + ["-fdebug-compilation-dir=\(LibraryStubs.folder)"]
      // Messages are read line by line, and none may be left out.
      + ["-ferror-limit=0", "-fno-caret-diagnostics", "-fno-color-diagnostics", "-fmacro-backtrace-limit=1"]
      // What `make headers_install` takes out of a header of the kernel's sources.
      + ["-D__user=", "-D__force=", "-D__iomem="]
      + defines.map { "-D\($0)" } + (includeFolders + sourceTrees(unit)).map { "-I\($0)" }
      + LibraryStubs.arguments
      // A C library's headers may be in the same folder: clang's own and the stubs go before them.
      + ([systemFolder] + (architecture.map { [$0] } ?? [])).flatMap { ["-idirafter", $0] }
  }

  private func sourceTrees(_ unit: TranslationUnit) -> [String] {
    var folders: [String] = []
    for header in unit.headers {
      if let folder = HeaderFolders.sourceTree(of: header), !folders.contains(folder) {
        folders.append(folder)
      }
    }
    return folders
  }

  /// The folders that an include line's name is looked for in.
  func searched(_ abi: CABI, _ unit: TranslationUnit) -> [String] {
    let architecture = HeaderFolders(system: systemFolder).architecture(abi)?.folder
    return includeFolders + sourceTrees(unit) + [systemFolder] + (architecture.map { [$0] } ?? [])
  }
}
