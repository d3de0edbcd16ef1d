/// A macro or an enumerator that has a value.
public struct CConstant: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its value in the ABI that is compared with, in 64 bits; a negative one is sign-extended.
  public var value: UInt64
  /// Where its value is another one, by the ABI's name; an ioctl's number holds the size of a struct.
  public var otherValues: [String: UInt64]
  /// What kind of constant it is.
  public var kind: Kind
  /// The header that declares it, as it is included; nil where that is not known, as in BTF.
  public var header: String?

  /// A constant's kind.
  public enum Kind: Hashable, Sendable {
    /// A macro, by the text that it is defined as: `(1UL << 2)`, `_IOW(KVMIO, 0x49, struct kvm_x)`.
    case macro(String)
    /// An enumerator, by the enum's tag; empty for one without.
    case enumerator(of: String)
  }

  /// Makes a constant.
  public init(
    _ name: String, _ value: UInt64, otherValues: [String: UInt64] = [:], _ kind: Kind, header: String? = nil
  ) {
    self.name = name
    self.value = value
    self.otherValues = otherValues
    self.kind = kind
    self.header = header
  }

  /// What an ioctl's number is made of, if the macro is one: `_IOW(type, nr, struct x)` and its relatives.
  public var ioctl: IoctlText? {
    guard case .macro(let text) = kind else { return nil }
    return IoctlText(text)
  }
}

/// The text of a macro that is an ioctl's number, taken apart.
public struct IoctlText: Hashable, Sendable {
  /// `_IO`, `_IOR`, `_IOW` or `_IOWR`, or a subsystem's macro that wraps one, such as `DRM_IOWR`.
  public var macro: String
  /// The tag of the struct or union whose size is part of the number, or the type's name; nil for `_IO`.
  public var type: String?

  /// Takes a macro's text apart; nil if it is no ioctl's number.
  init?(_ text: String) {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return nil }
    let macro = text[..<open].filter { !$0.isWhitespace }
    let base = macro.drop { $0 == "_" }
    guard ["IO", "IOR", "IOW", "IOWR"].contains(where: { base == $0 || base.hasSuffix("_" + $0) }) else {
      return nil
    }
    self.macro = String(macro)
    let arguments = text[text.index(after: open)...].dropLast().split(separator: ",")
    guard let last = arguments.last, arguments.count > 1, !base.hasSuffix("IO") else { return }
    let words = last.split { $0 == " " || $0 == "\t" }
    type = words.last { $0 != "struct" && $0 != "union" }.map(String.init)
  }
}
