public import ExtensibleStructs

extension Codec {
  /// Compiles an interface as the version with index `version` knows it.
  ///
  /// - Parameters:
  ///   - version: an index into the history's versions; nil for the newest that the behaviour knows.
  ///   - behavior: what a release does with it; nil for the newest.
  ///   - size: the struct's length in bytes, if it is to be another than the version's: a kernel that was
  ///     compiled with a struct of that size. It knows the flags of the newest version that fits.
  /// - Throws: ``InterfaceError`` if there is no such version, the behaviour does not fit the interface's history, or
  ///   the size is below the first version's.
  public init(
    _ interface: Interface, version: Int? = nil, behavior: Behavior? = nil, size: Int? = nil
  ) throws(InterfaceError) {
    if let behavior { try interface.check(behavior) }
    do {
      try self.init(
        checked: interface.history, behavior ?? interface.newest, version: version, size: size,
        absent: interface.absent)
    } catch { throw InterfaceError(interface.name, error) }
  }
}

extension ValueCodec where Source == AnyScheme {
  /// Compiles `interface` for `S` as the version with index `version` knows it; nil for the newest.
  ///
  /// - Throws: ``InterfaceError`` if there is no such version, the interface takes an array, or `S` is not laid
  ///   out as the interface's struct is on the wire: a scheme that reads a size member needs one in the struct.
  public init(_ interface: Interface, version: Int? = nil) throws(InterfaceError) {
    let codec = try Codec(interface, version: version)
    do { try self.init(codec, of: interface.history) } catch { throw InterfaceError(interface.name, error) }
  }
}
