import LinuxSystem
import Testing

@testable import BootLab

/// The kernel to boot for the tests, as `Tests/lab/fetch-kernel` and a static build give it.
private let kernel = CurrentProcess.environment("EXTSTRUCT_LAB_KERNEL")
private let modules = CurrentProcess.environment("EXTSTRUCT_LAB_MODULES")
private let program = CurrentProcess.environment("EXTSTRUCT_LAB_PROGRAM")
/// The program that ends as it is told to; built beside the other one.
private let labProgram = program.map {
  $0.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/LabProgram"
}

extension Trait where Self == ConditionTrait {
  fileprivate static var needsKernel: Self {
    .enabled(
      if: kernel != nil && modules != nil && program != nil,
      "no kernel to boot: set EXTSTRUCT_LAB_KERNEL, EXTSTRUCT_LAB_MODULES and EXTSTRUCT_LAB_PROGRAM")
  }

  fileprivate static var needsLabProgram: Self {
    .enabled(
      if: labProgram.map { StaticProgram.problem(with: $0) == nil } ?? false,
      "no static LabProgram beside EXTSTRUCT_LAB_PROGRAM: 'swift build' without --product builds it")
  }
}

@Suite("A real kernel", .needsKernel, .serialized)
struct KernelTests {
  private struct Answer: Equatable {
    var output: [UInt8] = []
    var error: [UInt8] = []
    var end: Lab.End?
    var release = ""
    var notes: [String] = []
  }

  private func boot(_ program: String?, _ arguments: [String], modules: String? = modules) throws -> Answer {
    var request = BootRequest(kernel: try #require(kernel), arguments: arguments)
    request.modules = modules
    request.program = program
    request.timeout = 300
    var answer = Answer()
    answer.end = try Lab.run(request) { event in
      switch event {
      case .booting: break
      case .started(let release): answer.release = release
      case .output(let bytes): answer.output += bytes
      case .error(let bytes): answer.error += bytes
      case .note(let text): answer.notes.append(text)
      }
    }
    return answer
  }

  @Test("runs this command, and loads KVM")
  func version() throws {
    let answer = try boot(program, ["--version"])
    #expect(String(decoding: answer.output, as: UTF8.self).hasPrefix("extstruct "))
    #expect(answer.error.isEmpty)
    #expect(answer.notes.isEmpty)
    #expect(answer.end == .exited(0))
    #expect(answer.release == (try KernelImage.read(try #require(kernel)).release))
  }

  @Test("sends a failure back")
  func failure() throws {
    let answer = try boot(program, ["no-such-subcommand"], modules: nil)
    #expect(answer.output.isEmpty)
    #expect(String(decoding: answer.error, as: UTF8.self).contains("unknown subcommand"))
    #expect(answer.end == .exited(2))
  }

  @Test("sends megabytes back, byte for byte, and any status", .needsLabProgram)
  func output() throws {
    let count = 1_000_000
    let answer = try boot(labProgram, ["\(count)", "77"], modules: nil)
    #expect(answer.output == Self.bytes(count, from: 1))
    #expect(answer.error == Self.bytes(count, from: 2))
    #expect(answer.end == .exited(77))
  }

  @Test("tells a signal", .needsLabProgram)
  func signal() throws {
    #expect(try boot(labProgram, ["3", "-9"], modules: nil).end == .killed(signal: 9))
  }

  /// What LabProgram writes to a descriptor.
  private static func bytes(_ count: Int, from descriptor: UInt8) -> [UInt8] {
    var byte = descriptor
    return (0..<count).map { _ in
      byte = byte &* 5 &+ 13
      return byte
    }
  }
}
