import Documents
public import ExtensibleStructs
public import KernelInterfaces

/// Why a struct cannot be imported, and what to do about it.
public enum ImportError: Error, Sendable {
  /// There is no such struct: its name, where it was looked for, and the names there.
  case noSuchStruct(String, source: String, known: [String])
  /// There is no such member: the option, the member, and the members.
  case noSuchMember(option: String, String, known: [String])
  /// There is no such macro or enumerator, and it is no number: the option and the name.
  case noSuchConstant(option: String, String, known: [String])
  /// There is no such scheme.
  case noSuchScheme(String, known: [String])
  /// A member that holds a size or flags has to be an integer: the option and the member.
  case notAnInteger(option: String, String)
  /// The older declaration is no prefix of the newer one: where the older one is, the member, and what differs.
  case baseDiffers(String, member: String, String)
  /// The layouts differ between ABIs so that no scheme, or not the one asked for, can carry the struct.
  case layoutDiffers(String, scheme: String?, [ImportRemark])
  /// The struct breaks a rule of every struct that can grow.
  case declaration(DeclarationError)
  /// The scheme cannot carry the struct.
  case interface(InterfaceError)
}

extension ImportError: CustomStringConvertible {
  /// One or more lines: what is wrong, and what to do.
  public var description: String {
    switch self {
    case .noSuchStruct(let name, let source, let known):
      "\(source): "
        + unknownName("struct", name, known: known, hint: "without STRUCT, its structs are listed")
    case .noSuchMember(let option, let member, let known):
      "\(option): "
        + unknownName(
          "member", member, known: known, hint: "the members are \(known.joined(separator: ", "))")
    case .noSuchConstant(let option, let name, let known):
      "\(option): "
        + unknownName(
          "constant", name, known: known, hint: "it is no macro or enumerator of the header, and no number")
    case .noSuchScheme(let name, let known):
      "--scheme: "
        + unknownName("scheme", name, known: known, hint: "the schemes are \(known.joined(separator: ", "))")
    case .notAnInteger(let option, let member):
      "\(option): \(member) is not an integer of 1, 2, 4 or 8 bytes"
    case .baseDiffers(let source, let member, let difference):
      "the struct of \(source) is no prefix of the new one: \(member): \(difference); `extstruct diff` says what that breaks"
    case .layoutDiffers(let name, let scheme, let remarks):
      ([
        "struct \(name) cannot travel\(scheme.map { " by \($0)" } ?? ""): its layout depends on the caller's ABI"
      ]
        + remarks.map { "  \($0)" }).joined(separator: "\n")
    case .declaration(let error): error.description
    case .interface(let error): "\(error)"
    }
  }
}
