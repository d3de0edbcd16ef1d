import CDeclarations
import CommandLineKit
import Documents
import HeaderImport
import InterfaceFile
import KernelInterfaces
import LinuxSystem

/// `extstruct import`: a struct of a C header, or of BTF, as an interface file.
enum ImportCommand {
  static let name = Positional(
    "STRUCT", .optional, help: "The struct; without it the header's structs are listed.")
  static let header = Option(
    "--header", value: "FILE", isRepeatable: true,
    help:
      "The header that declares it; `-` is standard input. More than one are read together, in this order.")
  static let btf = Option(
    "--btf", value: "FILE",
    help:
      "The BTF that declares it: of a kernel, a module, or an object file; without --header, the running kernel's."
  )
  static let base = Option(
    "--base", value: "OLD[:STRUCT]", isRepeatable: true,
    help:
      "An older header, the oldest first; with another struct's name, that of the struct which this one replaces."
  )
  static let baseBTF = Option(
    "--base-btf", value: "OLD[:STRUCT]", isRepeatable: true,
    help: "Older BTF, the oldest first, before the headers.")
  static let version = Option(
    "--version", value: "NAME=MEMBER", isRepeatable: true, help: "A version and its last member: VER0=flags.")
  static let gate = Option(
    "--gate", value: "MEMBER=MACRO", isRepeatable: true,
    help: "The macro, or the mask, of the flag that opens the version which added a member.")
  static let known = Option(
    "--known", value: "MACRO|MASK", isRepeatable: true,
    help: "A flag, or a mask of flags, that the kernel knows.")
  static let size = Option("--size", value: "MEMBER", help: "The member that holds the caller's size.")
  static let flags = Option("--flags", value: "MEMBER", help: "The member that holds the flags.")
  static let scheme = Option(
    "--scheme", value: "S",
    help: "How the kernel takes the struct; `extstruct glossary` says what each name means.")
  static let on = Option("--on", value: "PATH", help: "The file that the ioctl is made on: /dev/ring.")
  static let file = Option(
    "-o", value: "FILE", help: "Write the interface to this file, not to standard output.")

  static let command = Command(
    "import", summary: "Make an interface file of a struct of a C header, or of BTF.",
    discussion: """
      clang lays the struct out for every ABI that it knows, without a C library. From the declaration follow the
      published versions (by *_SIZE_VERn, or by --base), the size and the flags member, the reserved words, the flags
      (by the macros' common prefix), the ioctl, and a scheme that may be the kernel's. What was inferred, and why, is
      printed on standard error; the interface is printed on standard output, for every subcommand that takes
      ./FILE.json. Options say what no header does. A struct whose layout depends on the caller's ABI is refused, with
      the member and the remedy. With --json what was inferred is printed in place of the interface.
      """,
    positionals: [name],
    options: [
      header, btf, base, baseBTF, version, gate, known, size, flags, scheme, on, file,
    ] + DeclarationSource.options + Output.options,
    examples: [
      .init("--header linux/openat2.h open_how -o ./open_how.json", "A header of the system's, to a file."),
      .init("--header - ring_setup", "A header of a patch: git show HEAD:include/uapi/linux/ring.h |"),
      .init("--header linux/kvm.h", "The structs that a header declares."),
    ]
  ) { arguments, console in
    let output = try Output(arguments)
    let source = DeclarationSource(arguments)
    let headers = arguments.values(of: header)
    if !headers.isEmpty, arguments.has(btf) {
      throw UsageError("--header and --btf both name what declares the struct")
    }
    let path = arguments.value(of: file).flatMap { $0 == "-" ? nil : $0 }
    do {
      if let path { try Files.checkWritable(path) }
      guard let wanted = arguments.value(of: name) else {
        let declarations =
          try headers.isEmpty
          ? source.btf(arguments.value(of: btf) ?? DeclarationSource.runningKernel, names: nil)
          : source.header(headers)
        try output.show(StructListing(declarations), on: &console)
        return .success
      }
      let declarations =
        try headers.isEmpty
        ? source.btf(arguments.value(of: btf) ?? DeclarationSource.runningKernel, names: [wanted])
        : source.header(headers)
      let options = try options(arguments, source, wanted)
      let imported = try StructImport(of: wanted, in: declarations, options)
      for note in declarations.notes { console.printError("note: \(note)") }
      try show(imported, path, arguments, output, &console)
      return .success
    } catch let error as ImportError {
      if case .layoutDiffers = error {
        console.printError("extstruct import: \(error)")
        return .checkFailed
      }
      throw UsageError("\(error)")
    } catch let error as DeclarationReadError { throw UsageError("\(error)") } catch let error as SystemError
    {
      throw UsageError("\(error)")
    }
  }

  private static func options(
    _ arguments: ParsedArguments, _ source: DeclarationSource, _ name: String
  ) throws -> ImportOptions {
    var options = ImportOptions()
    for text in arguments.values(of: baseBTF) {
      let (path, old) = split(text, name)
      options.bases.append(.init(try source.btf(path, names: [old]), name: old))
    }
    for text in arguments.values(of: base) {
      let (path, old) = split(text, name)
      options.bases.append(.init(try source.header([path], isBase: true), name: old))
    }
    options.versions = try arguments.values(of: version).map { try pair($0, version) }.map {
      ($0.0, through: $0.1)
    }
    options.gates = try arguments.values(of: gate).map { try pair($0, gate) }.map {
      (member: $0.0, flags: $0.1)
    }
    options.known = arguments.values(of: known).flatMap { $0.split(separator: "|").map(String.init) }
    options.sizeMember = arguments.value(of: size)
    options.flagsMember = arguments.value(of: flags)
    options.scheme = arguments.value(of: scheme)
    options.device = arguments.value(of: on)
    return options
  }

  /// `OLD:STRUCT`; without a colon the struct has its new name. A file may have a colon in its name.
  private static func split(_ text: String, _ name: String) -> (String, String) {
    guard Files.kind(of: text) == nil, let colon = text.lastIndex(of: ":") else { return (text, name) }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  private static func pair(_ text: String, _ option: Option) throws -> (String, String) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex,
      text.index(after: equals) < text.endIndex
    else { throw UsageError("\(option.name) takes \(option.value ?? ""), not '\(text)'") }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }

  /// Prints the interface, or writes it to a file, and says on standard error what was inferred.
  private static func show(
    _ imported: StructImport, _ path: String?, _ arguments: ParsedArguments, _ output: Output,
    _ console: inout Console
  ) throws {
    let text = imported.interface.fileText
    let isJSON = arguments.has(Output.json)
    if isJSON || arguments.has(Output.html) { try output.show(imported, on: &console) }
    if !isJSON {
      for line in imported.document.lines(width: console.width) {
        console.printError(line.rendered(color: false))
      }
    }
    if let path {
      try Files.write(Array(text.utf8), to: path)
    } else if !isJSON, !arguments.has(Output.html) {
      console.write(text)
    }
  }
}
