extension Scheme {
  /// Every named scheme in which one struct travels, padded to `bytes` where it has a pad: the one list of them.
  ///
  /// Arrays and structs that are handed out are no part of it.
  public static func all(paddedTo bytes: Int) -> [Scheme] {
    [
      .staticPad(to: bytes), .staticPadChecked(to: bytes), .sizePrefixed, .sizeArgument, .sizeInCommand,
      .flagFirst, .sizeAndFlagFirst, .newIoctl, .unversioned,
    ]
  }

  /// Every named scheme for this history, whether or not it can carry the struct.
  public static func all(for history: History) -> [Scheme] { all(paddedTo: paddedSize(for: history)) }

  /// The names of ``all(for:)``, in its order.
  public static var names: [String] { all(paddedTo: 0).map(\.name) }

  /// The five schemes of the discussion for this history, in the order of ``all(for:)``.
  ///
  /// The static pad is 128 bytes behind the first version, as REGION2 was first posted, doubled until the
  /// newest version fits.
  public static func five(for history: History) -> [Scheme] {
    [.staticPad(to: paddedSize(for: history)), .sizePrefixed, .flagFirst, .sizeAndFlagFirst, .newIoctl]
  }
}
