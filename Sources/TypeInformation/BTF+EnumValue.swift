extension BTF {
  /// A named constant of an enum.
  ///
  /// The corresponding C structs are `struct btf_enum` and `struct btf_enum64` (Documentation/bpf/btf.rst).
  public struct EnumValue: Hashable, Sendable {
    /// The constant's name, as `KVM_CAP_IRQCHIP`.
    public var name: String
    /// The enum's name, or the empty string.
    public var enumeration: String
    /// Whether the enum has negative constants.
    public var isSigned: Bool
    /// The value in 64 bits: of a signed enum with the sign extended, of any other with zeroes.
    public var bitPattern: UInt64

    /// The value as a signed number, or nil if it is one above `Int64.max`.
    public var signedValue: Int64? {
      isSigned ? Int64(bitPattern: bitPattern) : Int64(exactly: bitPattern)
    }
  }
}
