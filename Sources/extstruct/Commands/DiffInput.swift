import CDeclarations
import CommandLineKit
import DiffAnalysis
import InterfaceFile
import KernelInterfaces
import LinuxSystem
import TypeInformation

/// What `extstruct diff` compares: one of its two arguments, recognised by its name and its first bytes.
enum DiffInput {
  case folder(String)
  case header(HeaderSource)
  case btf(BTF, source: String)
  case interface(Interface, source: String)

  /// The longest input that is read: more than the BTF of any kernel.
  private static let limit = 1 << 28

  init(_ argument: String) throws {
    if argument != "-", Files.kind(of: argument) == .folder {
      self = .folder(argument)
      return
    }
    let bytes = try Self.bytes(of: argument)
    let name = argument == "-" ? "standard input" : argument
    do {
      if bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46]) {
        self = .btf(try BTF(elf: bytes), source: name)
      } else if bytes.starts(with: [0x9f, 0xeb]) || bytes.starts(with: [0xeb, 0x9f]) {
        self = .btf(try BTF(bytes: bytes), source: name)
      } else if argument.hasSuffix(".json")
        || bytes.first(where: { !Self.blanks.contains($0) }) == UInt8(ascii: "{")
      {
        self = .interface(try Interface(file: bytes, named: name), source: name)
      } else if bytes.contains(0) {
        throw UsageError("\(name) is no header, no BTF and no interface file: it has zero bytes")
      } else {
        self = .header(argument == "-" ? .text(bytes, name: name) : .file(argument))
      }
    } catch let error as BTFError { throw UsageError("\(name): \(error)") }
  }

  private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0a, 0x0d]

  private static func bytes(of argument: String) throws -> [UInt8] {
    do throws(SystemError) {
      guard argument == "-" else {
        let file = try FileDescriptor(opening: argument, .readOnly)
        return try readAll(file.rawValue)
      }
      return try readAll(0)
    } catch {
      throw UsageError("\(argument == "-" ? "standard input" : argument) cannot be read: \(error.reason)")
    }
  }

  private static func readAll(_ descriptor: Int32) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let part = try FileDescriptor.readWaiting(descriptor, limit: 1 << 20)
      if part.isEmpty { break }
      bytes += part
    }
    return bytes
  }

  /// What it is, in words.
  private var kind: String {
    switch self {
    case .folder: "a folder"
    case .header: "a header"
    case .btf: "BTF"
    case .interface: "an interface file"
    }
  }

  /// Compares two inputs.
  ///
  /// - Parameters:
  ///   - names: the structs to compare; all if empty.
  ///   - source: how headers are read, if there are any.
  ///   - progress: called with how many headers have been read.
  static func report(
    _ old: DiffInput, _ new: DiffInput, _ names: [String], _ source: DeclarationSource,
    progress: (Int) -> Void
  ) throws -> DiffReport {
    switch (old, new) {
    case (.folder(let before), .folder(let after)):
      let reader = try source.reader(for: [], abis: DiffReport.folderABIs)
      return try DiffReport(folder: before, folder: after, structs: names, reader: reader, progress: progress)
    case (.interface(let before, let oldSource), .interface(let after, let newSource)):
      return DiffReport(from: before, to: after, named: (oldSource, newSource))
    case (.btf(let before, let oldSource), .btf(let after, let newSource)):
      let (was, now) = (
        try CDeclarations(btf: before, source: oldSource), try CDeclarations(btf: after, source: newSource)
      )
      try check(names, was, now)
      return DiffReport(from: was, to: now, structs: names)
    case (.header(let before), .header(let after)):
      let (was, now) = (
        try read(before, beside: after, source), try read(after, beside: before, source)
      )
      try check(names, was, now)
      return DiffReport(from: was, to: now, structs: names)
    default:
      throw UsageError("OLD is \(old.kind) and NEW is \(new.kind); give two of one kind")
    }
  }

  /// Reads a header. What standard input includes is looked for where the other one's includes are.
  private static func read(
    _ header: HeaderSource, beside other: HeaderSource, _ source: DeclarationSource
  ) throws -> CDeclarations {
    if case .file(let path) = header { return try source.reader(for: [path]).read([header]) }
    guard case .file(let path) = other else { return try source.reader(for: []).read([header]) }
    var reader = try source.reader(for: [path])
    if let tree = path.firstRange(of: "include/uapi/") {
      reader.includeFolders.append(String(path[..<tree.upperBound]))
    }
    if let slash = path.lastIndex(of: "/") { reader.includeFolders.append(String(path[..<slash])) }
    return try reader.read([header])
  }

  /// Refuses a name that neither has.
  private static func check(_ names: [String], _ old: CDeclarations, _ new: CDeclarations) throws {
    for name in names where old.records[name] == nil && new.records[name] == nil {
      throw UsageError.unknown(
        "struct", name, known: Set(old.records.keys).union(new.records.keys).sorted(),
        hint: "neither OLD nor NEW declares it")
    }
  }
}
