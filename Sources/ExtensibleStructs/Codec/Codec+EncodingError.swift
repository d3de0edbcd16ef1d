extension Codec {
  /// A value that a user cannot say to the kernel in the version it was compiled with.
  public enum EncodingError: Error, Hashable, Sendable {
    /// The target is shorter than the struct, by this many bytes.
    case targetTooShort(missing: Int)
    /// The value is shorter than what the version knows, by this many bytes.
    case valueTooShort(missing: Int)
    /// The byte at this offset is set, but lies beyond the version: the kernel would never see it.
    case beyondVersion(byte: Int)
    /// These flag bits mean bytes that lie beyond the version.
    case flagBeyondVersion(UInt64)
  }
}

extension Codec.EncodingError: CustomStringConvertible {
  /// What cannot be encoded, such as `byte 48 is set, but lies beyond the version`.
  public var description: String {
    switch self {
    case .targetTooShort(let missing): "the target is \(missing) bytes shorter than the struct"
    case .valueTooShort(let missing): "the value is \(missing) bytes shorter than the version"
    case .beyondVersion(let byte): "byte \(byte) is set, but lies beyond the version"
    case .flagBeyondVersion(let bits): "the version does not know flags 0x\(String(bits, radix: 16))"
    }
  }

  /// The same with the member named that holds the byte or the flags, such as `util_min (byte 48) is set, but lies
  /// beyond the version`.
  public func description(in history: History) -> String {
    switch self {
    case .beyondVersion(let byte):
      guard let field = history.layout.field(containing: byte) else { return description }
      return "\(field.name) (byte \(byte)) is set, but lies beyond the version"
    case .flagBeyondVersion(let bits):
      guard let field = history.flags?.field else { return description }
      return "the version does not know 0x\(String(bits, radix: 16)) in \(field.name)"
    case .targetTooShort, .valueTooShort: return description
    }
  }
}
