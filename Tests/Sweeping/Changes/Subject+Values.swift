extension Subject {
  /// Every bit of every part, and what a careless or hostile caller may put there.
  var valueChanges: [Change] {
    parts.filter { !$0.isSize }.enumerated().flatMap { index, part -> [Change] in
      let whole = value(of: part)
      let values = wanted(of: part, at: index)
      return values.filter { $0 != whole }.map { Change(part, $0) }
    }
  }

  /// The values of a part: of the elements of a long array all bits of the first and the last, and one of the others.
  private func wanted(of part: Part, at index: Int) -> [UInt64] {
    let isFirstOrLast = !part.name.hasSuffix("]") || part.name.hasSuffix("[0]") || isLast(part)
    let whole = value(of: part)
    guard isFirstOrLast else { return [whole ^ (1 << UInt64(index % (8 * part.width)))] }
    let bits: [UInt64] = (0..<UInt64(8 * part.width)).map { 1 << $0 }
    let values: [UInt64] = bits + bits.map { whole ^ $0 } + Subject.boundaries.map { $0 & part.mask }
    return unique(values + [part.mask, part.mask >> 1])
  }

  private func isLast(_ part: Part) -> Bool {
    let name = part.name.prefix { $0 != "[" }
    return parts.last { $0.name.prefix { $0 != "[" } == name } == part
  }

  /// Zero, signs, powers of two with their neighbours, pages, and pointers: NULL's page, one that nothing is mapped at,
  /// the ends of the user's half, the kernel's half.
  private static let boundaries: [UInt64] = {
    let powers: [UInt64] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 30, 31, 32, 33, 46, 47, 62, 63]
    let near = powers.flatMap { power in
      let value: UInt64 = 1 << power
      return [value - 1, value + 1]
    }
    let negative = [1, 2, 3, 20, 21, 100, 4096].map { UInt64(bitPattern: -$0) }
    return near + negative
      + [0, 1, 3, 5, 19, 20, 99, 100, 1000, 1023, 1024, 1025, 4095, 4096, 4097, 8191, 8192]
      + [0x1000, 0xffff_f000, 0x7fff_ffff_e000, 0x7fff_ffff_f000, 0x8000_0000_0000]
      + [0xffff_8000_0000_0000, 0xffff_8880_0000_0000, 0xffff_ffff_8100_0000]
  }()

  /// The same in other elements of an array: each bit in the second and the last of 3 and of 128.
  var elementChanges: [Change] {
    guard isArray else { return [] }
    let places: [(count: Int, element: Int)] = [(3, 1), (3, 2), (128, 1), (128, 127)]
    return places.flatMap { place in
      parts.filter { $0.frozen != $0.mask }.flatMap { part -> [Change] in
        let values: [UInt64] = (0..<UInt64(8 * part.width)).map { value(of: part) ^ (1 << $0) }
        return values.map { value in
          Change("\(place.count) elements") { $0.resize(to: UInt64(place.count)) }
            .and(Change(part, value, element: place.element * ksize))
        }
      }
    }
  }
}

/// The values once each, in their order.
func unique<T: Hashable>(_ values: [T]) -> [T] {
  var seen: Set<T> = []
  return values.filter { seen.insert($0).inserted }
}
