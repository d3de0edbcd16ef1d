import Foundation

/// The C compiler of the Swift toolchain, or the one in PATH.
struct Compiler {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static let path: String? = {
    let search = ProcessInfo.processInfo.environment["PATH", default: ""]
    let places = search.split(separator: ":").map(String.init)
    // A clang beside `swift` has every target that the toolchain was built with, BPF among them.
    let beside = places.filter { FileManager.default.isExecutableFile(atPath: $0 + "/swift") }
    return (beside + places).map { $0 + "/clang" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  static let fixtures = Bundle.module.resourceURL?.appendingPathComponent("Fixtures").path ?? ""

  /// The object file with the BTF of a fixture.
  static func btfObject(of fixture: String) throws -> [UInt8] {
    try withOutput { output in
      _ = try run(
        compiler, ["-target", "bpf", "-g", "-O2", "-c", "\(fixtures)/\(fixture)", "-o", output])
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: output)))
    }
  }

  /// What a fixture prints, as a program of this machine.
  static func output(of fixture: String) throws -> String {
    try withOutput { output in
      _ = try run(compiler, ["-w", "-O1", "\(fixtures)/\(fixture)", "-o", output])
      return try run(output, [])
    }
  }

  private static var compiler: String {
    get throws {
      guard let path else { throw Failure(description: "no clang") }
      return path
    }
  }

  private static func withOutput<R>(_ body: (String) throws -> R) throws -> R {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try body(directory.appendingPathComponent("output").path)
  }

  private static func run(_ executable: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(executable) \(arguments): status \(process.terminationStatus)\n\(text)")
    }
    return text
  }
}
