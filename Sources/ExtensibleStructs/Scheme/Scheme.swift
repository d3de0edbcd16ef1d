/// How a struct may grow: where its size comes from, what happens to bytes that the other side does not know,
/// what is checked, and which errno answers.
///
/// A scheme is a value made of named policies; a new one is a new combination. ``staticPad(to:)``,
/// ``sizePrefixed``, ``flagFirst``, ``sizeAndFlagFirst`` and ``newIoctl`` are the ones of the discussion that
/// started this project.
///
/// A call that takes a struct in is judged in this order: flags outside the struct that are looked at first,
/// NULL, first fetch, size 0, dispatch, minimum, maximum, NULL after the size, tail, head, re-check, flags
/// outside that are looked at after the copy, unknown flags, conflicting flags, flags that demand a size, the
/// edition's rules on members, pad, bytes behind closed gates, and what is written on success. The elements
/// of an array are fetched and judged one after the other. A call that hands a struct out: flags outside,
/// NULL, sizes, NULL after the size, what the user asks for, tail, head.
public struct Scheme: Hashable, Sendable {
  /// Its name, such as `size-prefixed`.
  public var name: String { label.name.description }
  /// One line for people.
  public var summary: String {
    guard case .padded(let bytes, _) = capacity else { return label.summary.description }
    return "\(label.summary), padded to \(bytes) bytes"
  }
  @usableFromInline var label: Label

  /// Where the user's size comes from.
  public var size: SizeSource
  /// What the first fetch takes, where the size comes out of the struct.
  public var firstFetch = FirstFetch.steering
  /// What is fetched once the size is known.
  public var secondFetch = SecondFetch.whole
  /// What is compared after the second fetch; a difference is `EINVAL`.
  public var recheck = Recheck.none
  /// Which fetch the kernel goes on with.
  public var secondRead = SecondRead.wins

  /// Which sizes are answered at all.
  public var dispatch = Dispatch.anySize
  /// What size 0 means.
  public var zeroSize = ZeroSize.isASize
  /// The least size.
  public var minimum = MinimumSize.none
  /// The greatest size, if there is one.
  public var maximum: MaximumSize?
  /// How long the struct is on the wire.
  public var capacity = Capacity.exact

  /// The user's bytes beyond the kernel's struct, on the way in.
  public var tailIn = UnknownBytes.mustBeZero(else: .E2BIG)
  /// The user's bytes beyond the kernel's struct, on the way out.
  public var tailOut = TailOut.zeroed
  /// Reserved words, and pad that the kernel's version gives no meaning.
  public var pad = UnknownBytes.ignored
  /// Bytes of an extension whose gate is closed.
  public var closedGate = UnknownBytes.ignored

  /// Flag bits that the kernel's version does not know, and bits that exclude each other.
  public var unknownFlags = FlagPolicy.rejected(.EINVAL)
  /// A gate that is open while the user's size ends before its bytes do.
  public var flagBeyondSize = FlagPolicy.rejected(.EINVAL)

  /// What is written to the user's size member on a rejection.
  public var writeBack = WriteBack.none
  /// What the size member says of a struct that is handed out.
  public var sizeReport = SizeReport.none
  /// What a NULL pointer does.
  public var nullPointer = NullPointer.faultsWhenRead
  /// Flags that are an argument of the call.
  public var outsideFlags = OutsideFlags.none
  /// What a call that hands a struct out reads of the user's first.
  public var request = Request.none
  /// What a call that takes a struct in copies back on success.
  public var copyBack = CopyBack.none

  /// Makes a scheme with every policy at its default.
  @inlinable
  @inline(__always)
  public init(_ name: StaticString, size: SizeSource, summary: StaticString = "") {
    label = Label(name, summary)
    self.size = size
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

  /// The greatest maximum of a scheme that takes an array, in elements.
  public static let mostElements = 1 << 16

  /// The longest struct, in bytes, whose size an ioctl number holds: 14 bits, `_IOC_SIZEMASK`.
  public static let longestInCommand = (1 << 14) - 1

  /// Whether the kernel reads a size member, so that the struct must have one.
  public var readsSizeMember: Bool { size == .member }
}

extension Scheme {
  /// What a scheme is called: literals, so that a scheme is a value of integers alone.
  @usableFromInline
  struct Label: Hashable, Sendable {
    @usableFromInline let name: StaticString
    @usableFromInline let summary: StaticString

    @inlinable
    @inline(__always)
    init(_ name: StaticString, _ summary: StaticString) {
      self.name = name
      self.summary = summary
    }

    @usableFromInline
    static func == (left: Label, right: Label) -> Bool {
      left.name.description == right.name.description
        && left.summary.description == right.summary.description
    }

    @usableFromInline
    func hash(into hasher: inout Hasher) { hasher.combine(name.description) }
  }
}
