import ExtensibleStructs

/// What a second thread does to a struct: every sequence of a few stores, made from the struct itself.
struct RaceWriters {
  /// The stores of which sequences are made.
  private(set) var stores: [UserStore] = []

  /// The stores for callers of one version: a gate bit flipped, each alone and all at once; a flag bit flipped
  /// that decides nothing; each size written that the caller may name, and one too small; bytes of each extension
  /// and of the first version changed. A flip made twice puts everything back.
  init(_ history: History, version: Int, user: Codec) {
    let flags = history.flags
    if let flags {
      let gates = history.versions[...version].map(\.gate).filter { $0 != 0 }
      let bits = gates.map { $0 & ~($0 - 1) }
      let other = flags.known & ~gates.reduce(0, |)
      var flips = bits
      if bits.count > 1 { flips.append(bits.reduce(0, |)) }
      if other != 0 { flips.append(other & ~(other - 1)) }
      stores += flips.map { .flip($0, at: flags.field.offset, width: flags.field.size) }
    }
    if let size = history.sizeMember, user.scheme.readsSizeMember {
      for value in user.publishedSizes + [1] {
        stores.append(.set(UInt64(value), at: size.offset, width: size.size))
      }
    }
    for part in history.extensions.prefix(version) {
      if let field = part.fields.first { stores.append(RaceWriters.changed(field)) }
    }
    let base = history.baseFields.last { $0 != flags?.field && $0 != history.sizeMember }
    if let base { stores.append(RaceWriters.changed(base)) }
  }

  /// The stores that a caller of the explorer chose.
  init(_ stores: [UserStore]) { self.stores = stores }

  /// Every byte of the field, or of its first 8 bytes, becomes another.
  private static func changed(_ field: Field) -> UserStore {
    let width = [8, 4, 2, 1].first { $0 <= field.size } ?? 1
    return .flip(0x5a5a_5a5a_5a5a_5a5a, at: field.offset, width: width)
  }

  /// How many sequences of this length there are, some of which may change nothing.
  func count(length: Int) -> Int { (0..<length).reduce(1) { count, _ in count * stores.count } }

  /// Calls `body` with every sequence of `length` stores.
  func forEach(length: Int, _ body: ([UserStore]) -> Void) {
    guard length > 0 else { return body([]) }
    guard let first = stores.first else { return }
    var places = [Int](repeating: 0, count: length)
    var writer = [UserStore](repeating: first, count: length)
    while true {
      body(writer)
      var place = length - 1
      while place >= 0, places[place] == stores.count - 1 {
        places[place] = 0
        writer[place] = first
        place -= 1
      }
      guard place >= 0 else { return }
      places[place] += 1
      writer[place] = stores[places[place]]
    }
  }
}
