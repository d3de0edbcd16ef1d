import ExtensibleStructs

/// What a program calls on kernels that lack an interface: an older one that carries a part of the struct.
public struct OlderCall: Hashable, Sendable {
  /// Its name, such as `clone`.
  public var name: String
  /// The interface, if it is described, so that its call can be made; its struct has the same members by name, those
  /// that it has. Nil for a call that takes no struct: the program has to make it.
  public var interface: Interface?
  /// The members that it carries, by C name. What else is set would be dropped.
  public var carries: Set<String>
  /// The bits of the flags member that it carries.
  public var flags: UInt64

  /// A call that takes no struct, and carries these members as arguments.
  public init(_ name: String, carries: Set<String>, flags: UInt64 = .max) {
    self.name = name
    self.carries = carries
    self.flags = flags
  }

  /// An older interface, which carries the members of its struct.
  public init(_ interface: Interface) {
    name = interface.name
    flags = .max
    self.interface = interface
    let end = interface.history.versions[interface.newest.version].size
    carries = Set(interface.history.layout.fields.filter { $0.range.upperBound <= end }.map(\.name))
  }
}
