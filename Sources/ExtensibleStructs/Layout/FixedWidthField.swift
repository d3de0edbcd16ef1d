/// What a member of a UAPI struct may be: as wide for a 32-bit caller as for a 64-bit one.
///
/// The integers of 8 to 64 bits; ``Reflection`` finds the arrays of them. `Int`, `UInt` and pointers are not among them: their
/// width is the caller's. A pointer travels as a `UInt64`.
protocol FixedWidthField: BitwiseCopyable {
  /// The size of one element in bytes, which is also its natural alignment.
  static var elementSize: Int { get }
}

extension FixedWidthField where Self: FixedWidthInteger {
  /// The integer's own width in bytes.
  static var elementSize: Int { MemoryLayout<Self>.size }
}

extension UInt8: FixedWidthField {}
extension UInt16: FixedWidthField {}
extension UInt32: FixedWidthField {}
extension UInt64: FixedWidthField {}
extension Int8: FixedWidthField {}
extension Int16: FixedWidthField {}
extension Int32: FixedWidthField {}
extension Int64: FixedWidthField {}
