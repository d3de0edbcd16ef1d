package import ExtensibleStructs
package import KernelInterfaces

extension Codec {
  /// Whether two kernels do the same in the same order, however that is known.
  func doesTheSame(as other: Codec) -> Bool {
    size == other.size && checks.steps.count == other.checks.steps.count
      && zip(checks.steps, other.checks.steps).allSatisfy {
        $0.action == $1.action && $0.errno == $1.errno && $0.writesBackOn == $1.writesBackOn
      }
  }
}

extension PolicyFlip {
  /// The turned scheme; nil if turning changes nothing in what the kernels of this behaviour do.
  package func turned(_ behavior: Behavior, of interface: Interface) throws -> Scheme? {
    let codec = try Codec(interface, behavior: behavior)
    var turned = behavior
    apply(&turned.scheme, codec)
    // A scheme that no struct can have is no kernel.
    guard turned.scheme != behavior.scheme, let other = try? Codec(interface, behavior: turned) else {
      return nil
    }
    // What only flags show that the call's surroundings judge is shown by no case.
    let gates = codec.gates.reduce(0) { $0 | $1.mask } & ~interface.unmodelled(of: codec.flags)
    if gates == 0, turned.scheme.input?.flagBeyondSize != behavior.scheme.input?.flagBeyondSize { return nil }
    return codec.doesTheSame(as: other) ? nil : turned.scheme
  }
}
