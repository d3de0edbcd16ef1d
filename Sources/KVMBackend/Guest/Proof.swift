/// What a guest showed about a memory slot: that what was asked for was done, and not only accepted.
package struct Proof: Hashable, Sendable {
  /// What is shown.
  package enum Claim: Hashable, Sendable, CaseIterable {
    /// The guest reads the byte that the host put into the slot's memory.
    case guestReadsHostMemory
    /// A store into a read-only slot comes back as an exit, and changes no memory.
    case readonlyStoreExits
    /// The log names the page that the guest wrote, and no other.
    case dirtyLogNamesPage
  }

  /// What is shown.
  package var claim: Claim
  /// The ioctl that set the slots.
  package var ioctl: RegionIoctl
  /// What the guest should do, in words.
  package var expected: String
  /// What it did, in the same words.
  package var seen: String
  /// Whether the two are one.
  package var held: Bool { expected == seen }
}

extension Proof.Claim: CustomStringConvertible {
  /// The claim in words.
  package var description: String {
    switch self {
    case .guestReadsHostMemory: "the guest reads the host's byte"
    case .readonlyStoreExits: "a store into a read-only slot exits"
    case .dirtyLogNamesPage: "the dirty log names the page written"
    }
  }
}

extension Proof: CustomStringConvertible {
  /// One line for a report.
  package var description: String {
    "\(ioctl.name): \(claim): " + (held ? "held (\(seen))" : "FAILED: expected \(expected), saw \(seen)")
  }
}
