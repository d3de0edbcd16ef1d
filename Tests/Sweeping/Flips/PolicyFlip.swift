package import ExtensibleStructs

/// One policy of a simulated kernel, turned the wrong way.
///
/// What only shows when memory changes during the call, such as a re-check, is not among them.
package struct PolicyFlip: Sendable {
  /// What the turned kernel does, in words.
  package let name: String
  /// Turns it. The codec says what the kernel does; a scheme that has no such policy stays as it is.
  package let apply: @Sendable (inout Scheme, Codec) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout Scheme, Codec) -> Void) {
    self.name = name
    self.apply = apply
  }

  /// All of them.
  package static let all = bounds + sizes + arguments + input + output
}

extension LinuxErrno {
  /// Another one, that kernels answer as well.
  var other: LinuxErrno { self == .EINVAL ? .E2BIG : .EINVAL }
}

extension Codec {
  /// The least size that passes, in bytes.
  var least: Int { scheme.bounds.map { $0.minimum.bytes ?? version0 } ?? size }
  /// Whether a user can have a tail at all.
  var hasTail: Bool {
    switch scheme.size {
    case .member, .argument, .command(.anySize): (scheme.bounds?.maximum?.bytes ?? .max) > size
    case .fixed, .command(.publishedSizes), .flags, .elements, .pointer: false
    }
  }
}
