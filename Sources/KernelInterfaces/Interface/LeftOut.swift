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
  /// This struct under those of `schemes` that can carry it, and the schemes that cannot.
  public func fitting(_ schemes: [Scheme]) -> (interfaces: [Interface], leftOut: [LeftOut]) {
    var (fitting, leftOut): ([Interface], [LeftOut]) = ([], [])
    for scheme in schemes {
      do throws(InterfaceError) {
        fitting.append(try Interface(prototype: self, scheme))
      } catch { leftOut.append(LeftOut(scheme: scheme.name, reason: "\(error.cause)")) }
    }
    return (fitting, leftOut)
  }
}
