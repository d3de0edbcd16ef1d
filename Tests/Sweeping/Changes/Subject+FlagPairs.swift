import ExtensibleStructs
import KernelInterfaces

extension Subject {
  /// Pairs of flag bits, with the sample's own flags and without: all of those that are known in any release, and some
  /// with one that is not.
  func flagPairChanges(_ numbers: inout SeededNumbers) -> [Change] {
    guard let flags else { return [] }
    let known = knownBits(of: flags)
    let others = (0..<8 * flags.width).filter { !known.contains($0) }
    var pairs = known.indices.flatMap { first in known[(first + 1)...].map { (known[first], $0) } }
    for _ in 0..<(others.isEmpty ? 0 : 200) {
      guard let other = numbers.pick(others), let bit = numbers.pick(known.isEmpty ? others : known) else {
        break
      }
      pairs.append((other, bit))
    }
    let own = value(of: flags)
    return pairs.flatMap { pair -> [Change] in
      let bits: UInt64 = (1 << UInt64(pair.0)) | (1 << UInt64(pair.1))
      return unique([bits, bits | own]).map { Change(flags, $0) }
    }
  }

  /// Each flag bit that any release knows, beside every size that was published, as some demand a size.
  var flagAndSizeChanges: [Change] {
    guard let flags, !isArray else { return [] }
    let values: [UInt64] = knownBits(of: flags).map { 1 << UInt64($0) }
    return values.flatMap { value in
      publishedSizes.filter { $0 >= flags.offset + flags.width }.map { size in
        Change(flags, value).and(Change("size \(size)") { $0.resize(to: UInt64(size)) })
      }
    }
  }

  /// The numbers of the bits that some release knows.
  func knownBits(of flags: Part) -> [Int] {
    let gates = interface.history.versions.reduce(0) { $0 | $1.gate }
    let known = interface.behaviors.reduce(gates) { $0 | $1.knownFlags }
    return (0..<8 * flags.width).filter { known >> UInt64($0) & 1 != 0 }
  }
}
