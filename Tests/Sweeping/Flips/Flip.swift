import ExtensibleStructs
package import KernelInterfaces

/// One thing that is wrong on purpose, and that the kernel which is asked has to disagree with.
package struct Flip: Hashable, Sendable {
  /// The kernel that is asked.
  package var kernel: Release
  /// The interface that it is asked about.
  package var interface: String
  /// What is wrong.
  package var mistake: Mistake

  /// Describes a flip.
  package init(kernel: Release, interface: String, mistake: Mistake) {
    self.kernel = kernel
    self.interface = interface
    self.mistake = mistake
  }

  /// What is wrong.
  package enum Mistake: Hashable, Sendable {
    /// The simulated kernel plays this release, and facts begin or end between the two.
    case release(Release)
    /// The simulated kernel has this policy turned.
    case policy(String)
  }

  /// All that can be put to these kernels, the oldest first: facts by the kernels on both sides of a point, and policies.
  ///
  /// - Throws: `InterfaceError` if an interface does not fit its own facts.
  package static func all(of interfaces: [Interface], on kernels: [Release]) throws -> (
    facts: [Flip], policies: [Flip]
  ) {
    let callable = interfaces.filter { $0.call.map { $0.unavailable == nil } ?? false }
    let sorted = kernels.sorted()
    let facts = try callable.flatMap { interface in
      try zip(sorted, sorted.dropFirst()).flatMap { older, newer -> [Flip] in
        guard try interface.differs(older, newer) else { return [] }
        return [
          Flip(kernel: older, interface: interface.name, mistake: .release(newer)),
          Flip(kernel: newer, interface: interface.name, mistake: .release(older)),
        ]
      }
    }
    let policies = try callable.flatMap { interface in
      try sorted.flatMap { kernel -> [Flip] in
        guard let behavior = interface.behavior(in: kernel) else { return [] }
        return try PolicyFlip.all.filter { try $0.turned(behavior, of: interface) != nil }.map {
          Flip(kernel: kernel, interface: interface.name, mistake: .policy($0.name))
        }
      }
    }
    return (facts, policies)
  }
}

extension Interface {
  /// Whether two releases are both described and do not do the same.
  func differs(_ one: Release, _ other: Release) throws -> Bool {
    switch (status(in: one), status(in: other)) {
    case (.described(let left), .described(let right)):
      try !Codec(self, behavior: left).doesTheSame(as: Codec(self, behavior: right))
    case (.absent(let left, let leftNull, _), .absent(let right, let rightNull, _)):
      (left, leftNull) != (right, rightNull)
    case (.described, .absent), (.absent, .described): true
    default: false
    }
  }
}
