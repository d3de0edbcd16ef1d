/// One published version of a Swift struct: it ends with the member named.
public struct Published<S: DeclaredStruct>: Sendable {
  @usableFromInline let name: StaticString
  @usableFromInline let end: Int?
  @usableFromInline let gate: UInt64

  /// Publishes the bytes from the start of the struct through the member `last`.
  ///
  /// - Parameters:
  ///   - name: `VER0`, `VER1` and so on, by custom.
  ///   - last: the version's last member.
  ///   - gate: the flag bits of which any one says that the caller means the bytes that this version adds;
  ///     0 if no flag does.
  @inlinable
  @inline(__always)
  public init<Value>(_ name: StaticString, through last: KeyPath<S, Value>, gate: UInt64 = 0) {
    self.name = name
    if let start = MemoryLayout<S>.offset(of: last) {
      end = start &+ MemoryLayout<Value>.size
    } else {
      end = nil
    }
    self.gate = gate
  }

  /// Publishes the first `size` bytes of the struct, as C's `sizeof` was or a constant such as `PERF_ATTR_SIZE_VER1` says:
  /// for a version whose last member Swift does not import.
  ///
  /// - Parameters:
  ///   - name: `VER0`, `VER1` and so on, by custom.
  ///   - size: the version's length in bytes.
  ///   - gate: as in ``init(_:through:gate:)``.
  @inlinable
  @inline(__always)
  public init(_ name: StaticString, size: Int, gate: UInt64 = 0) {
    self.name = name
    end = size
    self.gate = gate
  }

  /// The same with the gate as an option set or enum, such as `[.utilMin, .utilMax]`.
  @inlinable
  @inline(__always)
  public init<Value, Flags: RawRepresentable>(
    _ name: StaticString, through last: KeyPath<S, Value>, gate: Flags
  ) where Flags.RawValue: FixedWidthInteger {
    self.init(name, through: last, gate: UInt64(truncatingIfNeeded: gate.rawValue))
  }
}
