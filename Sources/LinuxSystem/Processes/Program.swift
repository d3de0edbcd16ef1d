internal import ExtensibleStructs

/// A program to be run to its end: what it reads, and what is collected of it.
package struct Program: Sendable {
  /// Its file.
  package var path: String
  /// Its arguments, without its own name.
  package var arguments: [String]
  /// Each `NAME=VALUE`.
  package var environment: [String]
  /// What it reads from its standard input.
  package var input: [UInt8]
  /// The contents of files in memory that it gets as its descriptors from 3 on.
  package var files: [[UInt8]]

  /// Makes a program.
  package init(
    _ path: String, _ arguments: [String], environment: [String] = [], input: [UInt8] = [],
    files: [[UInt8]] = []
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.files = files
  }

  /// What a program wrote, and how it ended.
  package struct Result: Sendable {
    /// What it wrote to its standard output.
    package var output: [UInt8] = []
    /// What it wrote to its standard error.
    package var errors: [UInt8] = []
    /// How it ended; nil if it wrote more than was allowed and was killed for that.
    package var end: ChildEvent?
  }

  /// Runs programs to their ends, some at the same time. None of them and no descriptor is left when this returns or
  /// throws.
  ///
  /// - Parameters:
  ///   - programs: what to run.
  ///   - atOnce: how many may run at the same time.
  ///   - limit: how many bytes each may write to its output, and to its errors; one that writes more is killed.
  /// - Returns: the results, in the order of the programs.
  package static func run(
    _ programs: [Program], atOnce: Int = 1, limit: Int
  ) throws(SystemError) -> [Result] {
    var results = [Result](repeating: Result(), count: programs.count)
    var running: [Running] = []
    var next = 0
    while next < programs.count || !running.isEmpty {
      while next < programs.count, running.count < max(atOnce, 1) {
        running.append(try Running(programs[next], at: next))
        next += 1
      }
      let ready = Set(try FileDescriptor.poll(running.flatMap(\.open), milliseconds: -1))
      for program in running {
        try program.collect(ready, limit: limit)
        guard program.open.isEmpty || program.isTooLong else { continue }
        results[program.index] = try program.finish()
      }
      running.removeAll { $0.isFinished }
    }
    return results
  }
}

/// A descriptor that an array can hold.
private final class OpenFile {
  let descriptor: FileDescriptor
  init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }
}

/// A program that runs: when this goes, it is killed, if it has not ended.
private final class Running {
  let index: Int
  private var process: ChildProcess?
  private let output: FileDescriptor
  private let errors: FileDescriptor
  private var result = Program.Result()
  /// The descriptors that may have more to read.
  private(set) var open: [Int32]
  private(set) var isTooLong = false
  private(set) var isFinished = false

  init(_ program: Program, at index: Int) throws(SystemError) {
    self.index = index
    let input = try FileDescriptor.inMemory("input", program.input)
    let output = try Pipe()
    let errors = try Pipe()
    // The program has its own once it runs: these are closed when this function is left, by whatever path.
    var files: [OpenFile] = []
    for file in program.files { files.append(OpenFile(try FileDescriptor.inMemory("file", file))) }
    process = try ChildProcess(
      program.path, [program.path] + program.arguments, environment: program.environment,
      descriptors: [input.rawValue, output.writing.rawValue, errors.writing.rawValue]
        + files.map { $0.descriptor.rawValue }, tied: true)
    self.output = output.closeWriting()
    self.errors = errors.closeWriting()
    open = [self.output.rawValue, self.errors.rawValue]
  }

  /// Reads what is there.
  func collect(_ ready: Set<Int32>, limit: Int) throws(SystemError) {
    if ready.contains(output.rawValue), let bytes = try output.read(limit: 1 << 18) {
      if bytes.isEmpty { open.removeAll { $0 == output.rawValue } }
      result.output += bytes
    }
    if ready.contains(errors.rawValue), let bytes = try errors.read() {
      if bytes.isEmpty { open.removeAll { $0 == errors.rawValue } }
      result.errors += bytes
    }
    isTooLong = result.output.count > limit || result.errors.count > limit
  }

  /// Waits for the end of a program that has closed what it writes to, and kills one that wrote too much.
  func finish() throws(SystemError) -> Program.Result {
    isFinished = true
    if isTooLong {
      process = nil
    } else if let process = process.take() {
      result.end = try process.waitForEnd()
    }
    return result
  }
}
