/// How a struct may grow: where its size comes from, what happens to bytes that the other side does not know,
/// what is checked, and which errno answers.
///
/// A scheme is a value made of named policies; a new one is a new combination. ``staticPad(to:)``,
/// ``sizePrefixed``, ``flagFirst``, ``sizeAndFlagFirst`` and ``newIoctl`` are the ones of the discussion that
/// started this project. A policy is in the payload of what it needs, so that a re-check can only be asked
/// for where there are two fetches, and a tail on the way in only where a struct is taken in.
///
/// The order in which a kernel makes its checks is ``Checks``: a list of steps made from a scheme.
public struct Scheme: Hashable, Sendable {
  /// Its name, such as `size-prefixed`.
  public var name: String { label.texts.name }
  /// One line for people.
  public var summary: String {
    guard case .padded(let bytes, _) = capacity else { return label.texts.summary }
    return "\(label.texts.summary), padded to \(bytes) bytes"
  }
  @usableFromInline var label: Label

  /// Which way the struct travels, and what is made of its bytes on the way.
  public var direction: Direction
  /// Where the user's size comes from, and how the struct is fetched.
  public var size: Size
  /// How long the struct is on the wire.
  public var capacity = Capacity.exact
  /// What a NULL pointer does.
  public var nullPointer = NullPointer.faultsWhenRead
  /// Flags that are an argument of the call.
  public var flagsArgument = FlagsArgument.none
  /// Where the caller's privilege is asked for.
  public var privilege = Privilege.notAsked

  /// Makes a scheme with every policy at its default.
  @inlinable
  @inline(__always)
  public init(
    _ name: StaticString, size: Size, direction: Direction = .takesIn(Input()), summary: StaticString = ""
  ) {
    label = Label(name, summary)
    self.size = size
    self.direction = direction
  }

  /// The same scheme under another name, and with another summary if there is one.
  @inlinable
  @inline(__always)
  public func named(_ name: StaticString, summary: StaticString? = nil) -> Scheme {
    with { $0.label = Label(name, summary ?? label.summary) }
  }

  /// The same scheme with some policies changed.
  @inlinable
  @inline(__always)
  public func with(_ change: (inout Scheme) -> Void) -> Scheme {
    var scheme = self
    change(&scheme)
    return scheme
  }

  /// The same sizes for a call that hands the struct out.
  @inlinable
  @inline(__always)
  public func handingOut(_ output: Output = Output()) -> Scheme {
    with { $0.direction = .handsOut(output) }
  }

  /// The greatest maximum of a scheme that takes an array, in elements.
  public static let mostElements = 1 << 16

  /// The longest array that a scheme can take, in bytes.
  static let longestArray = 1 << 26

  /// The longest struct, in bytes, whose size an ioctl number holds: 14 bits, `_IOC_SIZEMASK`.
  public static let longestInCommand = (1 << 14) - 1

  /// Whether the kernel reads a size member, so that the struct must have one.
  public var readsSizeMember: Bool { member != nil }
}

extension Scheme: CustomStringConvertible {
  /// Its name.
  public var description: String { name }
}
