public import CDeclarations
public import ExtensibleStructs
public import KernelInterfaces

/// A struct of a C header, or of BTF, as an interface: what was taken from the declaration, why, and what its author has
/// to know.
///
///     let header = try CDeclarations(header: .file("include/uapi/linux/ring.h"))
///     let ring = try StructImport(of: "ring_setup", in: header)
///     print(ring)                     // what was inferred, and why
///     print(try Matrix(ring.history))
public struct StructImport: Sendable {
  /// Where the struct is declared.
  public let source: String
  /// The struct and how it grew.
  public let history: History
  /// The interface: the history, the scheme, and the call where the header has an ioctl for it.
  public let interface: Interface
  /// What was decided, and why.
  public let inferences: [ImportInference]
  /// What its author, or its callers, have to know.
  public let remarks: [ImportRemark]
  /// What no header says, and which option does.
  public let open: [String]

  /// The scheme that the struct travels in.
  public var scheme: Scheme { interface.newest.scheme }

  /// Imports a struct.
  ///
  /// - Parameters:
  ///   - name: its tag, or its typedef's name.
  ///   - declarations: the header, or the BTF, that declares it.
  ///   - options: what the declaration does not say.
  /// - Throws: ``ImportError``, which names the member or the option, and says what to do.
  public init(
    of name: String, in declarations: CDeclarations, _ options: ImportOptions = ImportOptions()
  ) throws(ImportError) {
    var work = try ImportWork(name, declarations, options)
    try work.findVersions()
    try work.findSizeMember()
    try work.findFlags()
    try work.findGates()
    let history = try work.history()
    let interface = try work.interface(history)
    source = declarations.source
    self.history = interface.history
    self.interface = interface
    inferences = work.inferences
    remarks = work.remarks
    open = work.open
  }
}
