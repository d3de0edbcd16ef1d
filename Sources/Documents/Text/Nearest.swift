/// The names nearest to what was typed, best first; empty if none is near enough.
///
/// Near is an edit distance, case aside, of at most a third of the longer name's length, or a name that starts
/// with what was typed, or one of at most three times its length in which all of it is found in its order. Edits
/// are a character more, less, changed, or two neighbours swapped.
///
/// - Complexity: O(*n* · *m*) for each candidate of length *m*.
package func nearest(to typed: String, in candidates: [String], limit: Int = 3) -> [String] {
  let wanted = Array(typed.lowercased().prefix(64))
  guard !wanted.isEmpty else { return [] }
  var found: [(distance: Int, place: Int, name: String)] = []
  for (place, name) in candidates.enumerated() {
    let other = Array(name.lowercased().prefix(64))
    let bound = max(1, max(wanted.count, other.count) / 3)
    let distance = editDistance(wanted, other)
    if distance <= bound && distance < max(wanted.count, other.count) {
      found.append((distance, place, name))
    } else if wanted.count >= 2 && other.starts(with: wanted) {
      found.append((bound + 1, place, name))
    } else if wanted.count >= 4 && 3 * wanted.count >= other.count && holds(other, wanted) {
      found.append((distance, place, name))
    }
  }
  found.sort { ($0.distance, $0.place) < ($1.distance, $1.place) }
  guard let best = found.first?.distance else { return [] }
  // Beside a name one slip away, a name three slips away is noise.
  return found.lazy.filter { $0.distance <= best + 1 }.prefix(limit).map(\.name)
}

/// Whether the characters of `part` are in `whole` in their order, with others between them.
private func holds(_ whole: [Character], _ part: [Character]) -> Bool {
  var rest = part[...]
  for character in whole where character == rest.first { rest.removeFirst() }
  return rest.isEmpty
}

/// The Damerau-Levenshtein distance, in the form that edits no part twice (optimal string alignment).
func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = last
  for i in 0..<a.count {
    row[0] = i + 1
    for j in 0..<b.count {
      let change = last[j] + (a[i] == b[j] ? 0 : 1)
      row[j + 1] = min(change, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count]
}
