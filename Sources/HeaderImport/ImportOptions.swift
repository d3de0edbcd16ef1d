public import CDeclarations

/// What the import of a struct is given beside its declaration: what no header says.
public struct ImportOptions: Sendable {
  /// Older declarations of the struct, the oldest first.
  public var bases: [Base] = []
  /// The versions: each one's name, and its last member.
  public var versions: [(name: String, through: String)] = []
  /// Members that came later, and the macro, or the mask, whose flag opens them.
  public var gates: [(member: String, flags: String)] = []
  /// The flags that are known: macros, enumerators or masks. Empty: by the macros' common prefix.
  public var known: [String] = []
  /// The member that holds the caller's size. Nil: by its name.
  public var sizeMember: String?
  /// The member that holds the flags. Nil: by its name.
  public var flagsMember: String?
  /// The name of the scheme that the struct travels in. Nil: one is proposed.
  public var scheme: String?

  /// The path of the file that the ioctl is made on.
  public var device: String?

  /// Nothing but the declaration.
  public init() {}

  /// An older declaration of a struct.
  public struct Base: Sendable {
    /// Where it is declared.
    public var declarations: CDeclarations
    /// Its name there. Another name than the new one's is that of the struct that the new one replaces, by a new call.
    public var name: String

    /// Makes a base.
    public init(_ declarations: CDeclarations, name: String) {
      self.declarations = declarations
      self.name = name
    }
  }
}
