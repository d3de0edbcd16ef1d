extension ProbeReport {
  /// What was found of one interface by asking the running kernel.
  public struct Answer: Hashable, Sendable {
    /// The interface's name.
    public let interface: String
    /// Why nothing was asked; nil if something was.
    public var skipped: String?
    /// Why the catalog does not describe this kernel's release, so that only what was asked is known; nil if it does.
    public var notDescribed: String?
    /// The size in bytes of the struct that the kernel was built with, if it can be found by asking.
    public var size: Int?
    /// How the size was found, or why not.
    public var method = ""
    /// What size 0 is answered with; nil where no size travels.
    public var sizeZero: String?
    /// What happens to bytes beyond the kernel's struct.
    public var tail: String?
    /// What happens to reserved words; nil if the struct has none.
    public var pad: String?
    /// The flag bits that do not fail the call; nil if there are none, or they are not taken in.
    public var flags: UInt64?
    /// The flag bits that the kernel knows and refuses because it was built without what they ask for; nil as `flags`.
    public var flagsNotBuiltIn: UInt64?
    /// The published version of that size, such as `VER1`; nil if none has it.
    public var version: String?
    /// The releases that have it, in words.
    public var releases: String?
    /// The size that the kernel's own type information says; nil if it does not say.
    public var typeSize: Int?

    init(_ interface: String) { self.interface = interface }
  }
}
