internal import Synchronization

/// A descriptor that a call returned and that belongs to the program: it is closed with the last reference.
public final class OwnedDescriptor: Sendable {
  /// Its number.
  public let rawValue: Int32
  private let close: @Sendable (Int32) -> Void
  private let isTaken = Atomic(false)

  /// Takes a descriptor over that nothing else closes.
  ///
  /// - Parameter close: closes it.
  package init(_ rawValue: Int32, close: @escaping @Sendable (Int32) -> Void) {
    self.rawValue = rawValue
    self.close = close
  }

  /// Gives the number away: whoever takes it has to close it.
  public func take() -> Int32 {
    isTaken.store(true, ordering: .relaxed)
    return rawValue
  }

  /// The corresponding C function is `close`.
  deinit { if !isTaken.load(ordering: .relaxed) { close(rawValue) } }
}

extension OwnedDescriptor: Hashable {
  /// Whether both are the same descriptor.
  public static func == (left: OwnedDescriptor, right: OwnedDescriptor) -> Bool { left === right }

  /// Hashes which one it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
