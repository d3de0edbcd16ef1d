import CDeclarations
import CommandLineKit
import LinuxSystem
import TypeInformation

/// How a subcommand is given C declarations: by a header, or by BTF.
struct DeclarationSource {
  static let include = Option(
    "-I", value: "DIR", isRepeatable: true,
    help: "A folder to look for included headers in, before the system's.")
  static let define = Option(
    "-D", value: "NAME[=TEXT]", isRepeatable: true, help: "A macro that is defined before the header.")
  static let target = Option(
    "--target", value: "ABI", isRepeatable: true,
    help: "Lay the structs out for this ABI only: x86_64, i386, arm64, s390x ...")
  static let system = Option(
    "--system", value: "DIR",
    help:
      "The folder of the kernel's headers that the header includes; by default the folder of installed headers that it is in, or /usr/include."
  )
  static let clang = Option(
    "--clang", value: "FILE", help: "The clang that reads headers, if it is not in PATH and not beside swift."
  )
  static let options = [include, define, target, system, clang]

  /// Where the running kernel's own BTF is.
  static let runningKernel = "/sys/kernel/btf/vmlinux"

  private let arguments: ParsedArguments

  init(_ arguments: ParsedArguments) { self.arguments = arguments }

  /// What a header declares; `-` is standard input.
  ///
  /// - Parameter isBase: whether only the members are asked for, so that one ABI is enough.
  func header(_ paths: [String], isBase: Bool = false) throws -> CDeclarations {
    var reader = try reader(for: paths)
    if isBase { reader.abis = Array(reader.abis.prefix(1)) }
    return try reader.read(try paths.map { try source($0, reader) })
  }

  /// A reader with what the options say, for headers with these paths.
  ///
  /// - Parameter abis: the ABIs, unless the options name some.
  func reader(for paths: [String], abis: [CABI] = CABI.all) throws -> HeaderReader {
    var reader = try HeaderReader(clang: arguments.value(of: Self.clang))
    reader.includeFolders = arguments.values(of: Self.include)
    reader.defines = arguments.values(of: Self.define)
    if let folder = arguments.value(of: Self.system) ?? paths.lazy.compactMap(HeaderReader.systemFolder).first
    {
      reader.systemFolder = folder
    }
    let named = try arguments.values(of: Self.target).map(abi)
    reader.abis = named.isEmpty ? abis : named
    return reader
  }

  private func source(_ path: String, _ reader: HeaderReader) throws -> HeaderSource {
    if path == "-" { return .text(try standardInput(), name: "<stdin>") }
    switch Files.kind(of: path) {
    case .file, .other: return .file(path)
    case .folder: throw UsageError("\(path) is a folder; name a header in it")
    case nil: break
    }
    let folders = reader.includeFolders + [reader.systemFolder]
    if folders.contains(where: { Files.kind(of: "\($0)/\(path)") == .file }) { return .included(path) }
    throw UsageError("there is no header \(path), nor one of this name in \(folders.joined(separator: ", "))")
  }

  private func standardInput() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = try FileDescriptor.readWaiting(0, limit: 1 << 16)
      if part.isEmpty { return bytes }
      bytes += part
      guard bytes.count <= 1 << 24 else {
        throw UsageError("standard input is longer than 16 MiB, which no header is")
      }
    }
  }

  private func abi(_ name: String) throws -> CABI {
    guard let abi = CABI.all.first(where: { $0.name == name || $0.triple == name }) else {
      throw UsageError.unknown("ABI", name, known: CABI.all.map(\.name))
    }
    return abi
  }

  /// What BTF declares: a kernel's own, a module's, or an object file's.
  ///
  /// - Parameter names: the structs that are wanted; nil for all.
  func btf(_ path: String, names: Set<String>?) throws -> CDeclarations {
    let bytes = try Files.contents(of: path)
    do {
      return try CDeclarations(btf: try Self.btf(bytes, path), source: path, names: names)
    } catch let error as BTFError { throw UsageError("\(path) is no BTF: \(error)") }
  }

  private static func btf(_ bytes: [UInt8], _ path: String) throws -> BTF {
    let isELF = bytes.starts(with: [0x7f, 0x45, 0x4c, 0x46])
    // A module's types go on where the kernel's end: as a file of /sys it is beside the kernel's.
    let isModule = path.hasPrefix("/sys/kernel/btf/") && path != runningKernel || path.hasSuffix(".ko")
    guard isModule else { return try isELF ? BTF(elf: bytes) : BTF(bytes: bytes) }
    let base = try BTF(bytes: try Files.contents(of: runningKernel))
    return try isELF ? BTF(elf: bytes, base: base) : BTF(bytes: bytes, base: base)
  }
}
