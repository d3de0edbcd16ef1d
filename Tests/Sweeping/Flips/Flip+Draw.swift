extension Flip {
  /// Draws flips, facts and policies in turn, none twice.
  ///
  /// - Parameter count: how many; fewer if there are no more.
  package static func drawn(
    from all: (facts: [Flip], policies: [Flip]), count: Int, seed: UInt64
  ) -> [Flip] {
    var numbers = SeededNumbers(seed: seed)
    var rest = [all.facts.shuffled(using: &numbers), all.policies.shuffled(using: &numbers)]
    var result: [Flip] = []
    while result.count < count, rest.contains(where: { !$0.isEmpty }) {
      for index in rest.indices where result.count < count {
        if let flip = rest[index].popLast() { result.append(flip) }
      }
    }
    return result
  }
}

extension Flip {
  /// The kernel, the kind of mistake, the mistake and the interface, separated by tabs.
  package var line: String {
    switch mistake {
    case .release(let release): "\(kernel)\trelease\t\(release)\t\(interface)"
    case .policy(let name): "\(kernel)\tpolicy\t\(name)\t\(interface)"
    }
  }
}
