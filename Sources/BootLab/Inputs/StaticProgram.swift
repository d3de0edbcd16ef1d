internal import LinuxSystem

/// Finds the program that runs in the guest, where there is no C library and no dynamic linker.
enum StaticProgram {
  /// The command that makes a program for the guest.
  static let buildCommand =
    "swift build -c release --product extstruct -Xswiftc -static-executable --scratch-path .build-static"

  private static let builtPath = ".build-static/release/extstruct"

  /// The path of the program to boot.
  ///
  /// - Parameters:
  ///   - given: What the user asked for, if anything.
  ///   - running: The running program.
  static func find(given: String?, running: String?) throws(BootError) -> String {
    if let given {
      if let problem = problem(with: given) { throw .program(given, problem) }
      return given
    }
    guard let running else { throw .noStaticProgram(package: nil) }
    if problem(with: running) == nil { return running }
    let package = package(of: running)
    if let package {
      let sibling = package + "/" + builtPath
      if Files.kind(of: sibling) != nil {
        if let problem = problem(with: sibling) { throw .program(sibling, problem) }
        return sibling
      }
    }
    throw .noStaticProgram(package: package)
  }

  /// Whether a file was written before another.
  static func isOlder(_ path: String, than other: String) -> Bool {
    guard let time = Files.modified(path), let otherTime = Files.modified(other) else { return false }
    return time < otherTime
  }

  /// Why the file cannot run in the guest; `nil` if it can.
  static func problem(with path: String) -> String? {
    switch Files.kind(of: path) {
    case nil: return "there is no such file"
    case .folder: return "this is a folder"
    case .file, .other: break
    }
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try Files.contents(of: path) } catch {
      return "it cannot be read: \(error.reason)"
    }
    guard let header = ELFHeader(bytes), header.isProgram else { return "this is no 64-bit ELF program" }
    guard header.machine == ELFHeader.x86_64 else { return "this program is not for x86-64" }
    return header.hasInterpreter
      ? "this program is linked dynamically, and the guest has no libraries; link it with '\(buildCommand)'"
      : nil
  }

  /// The folder of the Swift package that a program was built in: the nearest above it with a manifest.
  static func package(of program: String) -> String? {
    var parts = program.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let folder = "/" + parts.joined(separator: "/")
      if Files.kind(of: folder + "/Package.swift") == .file { return folder }
      parts.removeLast()
    }
    return nil
  }
}
