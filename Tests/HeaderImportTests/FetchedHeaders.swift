import CDeclarations
import Foundation
import Testing

/// The headers of Debian's packages, as `Tests/lab/fetch-headers` gives them.
enum FetchedHeaders {
  /// The folder of a line's headers, or why it cannot be had.
  private static func fetched(_ line: String) -> Result<String, FetchError> {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bash", root.appendingPathComponent("Tests/lab/fetch-headers").path, line]
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { return .failure(FetchError(description: "\(error)")) }
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      return .failure(
        FetchError(description: message.split(separator: "\n").last.map(String.init) ?? "no reason"))
    }
    return .success(text.trimmingCharacters(in: .whitespacesAndNewlines) + "/include")
  }

  static let old = fetched("6.1")
  static let middle = fetched("6.12")
  static let new = fetched("7.3")

  /// Why the tests that need them are skipped; nil if they are there.
  static var missing: String? {
    for result in [old, middle, new] { if case .failure(let error) = result { return error.description } }
    return nil
  }

  /// A header of a line, laid out for the ABIs that a kernel of x86 and of arm has callers of.
  static func read(_ folder: Result<String, FetchError>, _ headers: [String]) throws -> CDeclarations {
    var reader = try HeaderReader()
    reader.systemFolder = try folder.get()
    reader.abis = CABI.all.filter { ["x86_64", "i386", "arm64", "arm", "s390x"].contains($0.name) }
    return try reader.read(headers.map { .included($0) })
  }
}

struct FetchError: Error, CustomStringConvertible { let description: String }

extension Trait where Self == ConditionTrait {
  /// Skips a test, with the reason, where the headers cannot be had.
  static var needsHeaders: Self {
    .enabled(if: FetchedHeaders.missing == nil, "\(FetchedHeaders.missing ?? "")")
  }
}
