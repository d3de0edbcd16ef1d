import ExtensibleStructs
import KernelInterfaces

extension CaseTable {
  /// Every size up to 16 bytes beyond the kernel's, and around each published size, of newer versions too, the maximum
  /// and a page.
  static func sizes(_ base: Case) -> [Mutation] {
    let codec = base.codec
    guard codec.scheme.size.source != .fixed, codec.scheme.size.source != .flags else { return [] }
    let step = codec.scheme.size.source == .elements ? codec.size : 1
    var sizes = Set(0...(codec.size / step + 16))
    let (least, maximum) = bounds(of: codec)
    let edges = codec.publishedSizes.map { $0 / step } + [codec.version0 / step, maximum, 4096 / step]
    for edge in edges + base.newerVersions.map({ $0.size / step }) {
      sizes.formUnion([edge - 1, edge, edge + 1])
    }
    sizes.formUnion([8192, 16383, 65536].map { $0 / step })
    let typical = [0, least - 1, least, codec.size / step - 1, codec.size / step + 8, maximum, maximum + 1]
    let limit = codec.scheme.size.source == .command ? 16383 : Case.memoryLimit
    return sizes.filter { 0 <= $0 && $0 * step <= limit }.sorted().map { size in
      Mutation(.size, "size \(size)", isTypical: typical.contains(size)) { $0.usize = size * step }
    }
  }

  /// The least and the greatest size, or number of elements; 4096 where there is no greatest.
  private static func bounds(of codec: Codec) -> (least: Int, greatest: Int) {
    switch codec.scheme.size {
    case .elements(let elements): (elements.least, elements.greatest)
    case .member, .argument, .command(.anySize):
      (codec.scheme.bounds?.minimum.bytes ?? codec.version0, codec.scheme.bounds?.maximum?.bytes ?? 4096)
    case .pointer: (codec.version0, 4096)
    case .fixed, .flags, .command(.publishedSizes): (0, 4096)
    }
  }

  /// One byte that is not zero at each place of a short tail, and at the edges and drawn places of a long one.
  static func tails(_ base: Case, seed: UInt64) -> [Mutation] {
    let codec = base.codec
    guard codec.scheme.size.source != .fixed, codec.scheme.size.source != .flags,
      codec.scheme.size.source != .elements,
      base.interface.direction == .in
    else { return [] }
    var random = SplitMix(state: seed)
    var mutations: [Mutation] = []
    for tail in [1, 2, 7, 8, 9, 16, 33, 64, 520, 4096 - codec.size] where tail > 0 {
      var places =
        tail <= 64 ? Array(0..<tail) : [0, 1, 7, 8, 63, 64, tail / 2, tail - 9, tail - 8, tail - 1]
      if tail > 64 { places += (0..<24).map { _ in Int(random.next() % UInt64(tail)) } }
      for place in Set(places).sorted() {
        let at = codec.size + place
        mutations.append(
          Mutation(
            .tail, "tail of \(tail), byte \(at) set", isTypical: tail == 16 && (place == 0 || place == 15)
          ) {
            $0.usize = codec.size + tail
            $0.patches.append((at, 0x80))
          })
      }
    }
    for newer in base.newerVersions {
      for place in [codec.size, newer.size - 1, newer.size] {
        mutations.append(
          Mutation(.tail, "size \(newer.size + 1) of a newer version, byte \(place) set") {
            $0.usize = newer.size + 1
            $0.patches.append((place, 0x80))
          })
      }
    }
    for head in [1, codec.size / 2, codec.size] {
      for (what, byte) in [("zero", UInt8(0)), ("set", 0x80)] {
        mutations.append(
          Mutation(.tail, "\(head) bytes of the head unmapped, tail \(what)") {
            $0.usize = codec.size + 8
            $0.unmappedHead = head
            $0.patches.append((codec.size + 3, byte))
          })
      }
    }
    return mutations
  }

  /// The byte from which on nothing is mapped, at every place, for the sizes that kernels see.
  static func faults(_ base: Case) -> [Mutation] {
    let codec = base.codec
    var sizes = codec.publishedSizes + [codec.size]
    if codec.scheme.size.source != .fixed { sizes += [codec.size + 8, codec.size + 65] }
    if codec.scheme.size.source == .elements { sizes = [codec.size, codec.size * 3] }
    var mutations: [Mutation] = []
    for size in Set(sizes).sorted() {
      for mapped in 0..<size {
        mutations.append(
          Mutation(.fault, "size \(size), \(mapped) bytes mapped") {
            $0.usize = size
            $0.mapped = mapped
          })
      }
    }
    // In pairs the other mutation says how long the struct is.
    for mapped in [0, 1, codec.version0 / 2, codec.version0 - 1, codec.size - 1, codec.size, codec.size + 4] {
      mutations.append(Mutation(.fault, "\(mapped) bytes mapped", isTypical: true) { $0.mapped = mapped })
    }
    return mutations
  }
}

/// Numbers that look drawn and are the same for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
