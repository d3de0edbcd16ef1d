/// What a guest showed about a memory slot: that what was asked for was done, and not only accepted.
public struct Proof: Hashable, Sendable {
  /// What is shown.
  public enum Claim: Hashable, Sendable, CaseIterable {
    /// The guest reads the byte that the host put into the slot's memory.
    case guestReadsHostMemory
    /// A store into a read-only slot comes back as an exit, and changes no memory.
    case readonlyStoreExits
    /// The log names the page that the guest wrote, and no other.
    case dirtyLogNamesPage
  }

  /// What is shown.
  public var claim: Claim
  /// The ioctl that set the slots.
  public var ioctl: RegionIoctl
  /// What the guest should do, in words.
  public var expected: String
  /// What it did, in the same words.
  public var seen: String
  /// Whether the two are one.
  public var held: Bool { expected == seen }
}

extension Proof.Claim: CustomStringConvertible {
  /// The claim in words.
  public var description: String {
    switch self {
    case .guestReadsHostMemory: "the guest reads the host's byte"
    case .readonlyStoreExits: "a store into a read-only slot exits"
    case .dirtyLogNamesPage: "the dirty log names the page written"
    }
  }
}

extension Proof: CustomStringConvertible {
  /// One line for a report.
  public var description: String {
    "\(ioctl.name): \(claim): " + (held ? "held (\(seen))" : "FAILED: expected \(expected), saw \(seen)")
  }
}
