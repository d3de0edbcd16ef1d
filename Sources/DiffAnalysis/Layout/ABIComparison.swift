import CDeclarations

/// Where the ABIs that share a kernel lay one struct out differently.
struct ABIComparison {
  /// A member, or the whole, that is elsewhere in a 32-bit ABI than in that of its 64-bit kernel.
  struct Difference: Hashable {
    var guest: String
    var host: String
    /// The member's path; empty for the size of the whole.
    var path: String
    var guestBits: Range<Int>
    var hostBits: Range<Int>
    var isWordSized: Bool
  }

  /// The first difference of each 32-bit ABI, and the paths of all of them.
  static func differences(in record: CRecord, _ abis: [CABI]) -> [String: [Difference]] {
    var found: [String: [Difference]] = [:]
    for abi in abis {
      guard let host = abi.host, let narrow = record.layouts[abi.name], let wide = record.layouts[host] else {
        continue
      }
      let wideLeaves = Dictionary(wide.leaves().map { ($0.path, $0) }) { first, _ in first }
      var all = narrow.leaves().compactMap { leaf -> Difference? in
        guard let other = wideLeaves[leaf.path], other.bits != leaf.bits, !leaf.path.isEmpty else {
          return nil
        }
        return Difference(
          guest: abi.name, host: host, path: leaf.path, guestBits: leaf.bits, hostBits: other.bits,
          isWordSized: leaf.type.isWordSized)
      }
      if narrow.size != wide.size {
        all.append(
          Difference(
            guest: abi.name, host: host, path: "", guestBits: 0..<8 * narrow.size,
            hostBits: 0..<8 * wide.size,
            isWordSized: false))
      }
      if !all.isEmpty { found[abi.name] = all }
    }
    return found
  }

  /// What is found of differences that the old struct did not have.
  static func findings(_ old: CRecord?, _ new: CRecord, _ abis: [CABI]) -> [DiffFinding] {
    let before = old.map { differences(in: $0, abis) } ?? [:]
    let after = differences(in: new, abis)
    var found: [DiffFinding] = []
    for abi in abis {
      let known = Set((before[abi.name] ?? []).map(\.path))
      // The old struct differed already, and a member that only moved with it says nothing new.
      guard let fresh = after[abi.name]?.filter({ !known.contains($0.path) }), let first = fresh.first,
        known.isEmpty || fresh.contains(where: { $0.path.isEmpty || $0.guestBits.count != $0.hostBits.count })
      else { continue }
      let finding = finding(first)
      if let index = found.firstIndex(where: { $0.member == finding.member }) {
        found[index].abis.append(abi.name)
      } else {
        found.append(finding)
      }
    }
    return found
  }

  private static func finding(_ difference: Difference) -> DiffFinding {
    let (guest, host) = (difference.guestBits, difference.hostBits)
    if difference.path.isEmpty {
      return DiffFinding(
        .layoutByABI, abis: [difference.guest],
        "The struct has \(bytes(guest.count / 8)) on \(difference.guest) and \(host.count / 8) on \(difference.host):"
          + " fill the end with a reserved member.")
    }
    let remedy =
      difference.isWordSized
      ? "make it a __u64 or __aligned_u64" : "make it __aligned_u64, or fill the bytes in front of it"
    let isElsewhere = guest.lowerBound != host.lowerBound
    return DiffFinding(
      .layoutByABI, difference.path, at: host.lowerBound / 8, abis: [difference.guest],
      "`\(difference.path)` "
        + (isElsewhere
          ? "is at byte \(guest.lowerBound / 8) on \(difference.guest) and at byte \(host.lowerBound / 8) on"
            + " \(difference.host)"
          : "has \(bytes(guest.count / 8)) on \(difference.guest) and \(host.count / 8) on \(difference.host)")
        + ": \(remedy).")
  }
}
