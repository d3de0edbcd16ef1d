public import ExtensibleStructs

/// A scheme that cannot carry a struct, and why.
public struct LeftOut: Hashable, Sendable {
  /// The scheme's name.
  public let scheme: String
  /// What the scheme needs that the struct does not have.
  public let reason: String

  /// One line for people.
  public var words: String { "\(scheme) is left out: \(reason)" }
}

extension History {
  /// Those of `schemes` that can carry this struct, and those that cannot.
  public func fitting(_ schemes: [Scheme]) -> (schemes: [Scheme], leftOut: [LeftOut]) {
    var (fitting, leftOut): ([Scheme], [LeftOut]) = ([], [])
    for scheme in schemes {
      do throws(InterfaceError) {
        _ = try Interface(prototype: self, scheme)
        fitting.append(scheme)
      } catch { leftOut.append(LeftOut(scheme: scheme.name, reason: "\(error.cause)")) }
    }
    return (fitting, leftOut)
  }
}
