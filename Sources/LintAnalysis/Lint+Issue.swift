extension Lint {
  /// Something that goes wrong, or will, in a history or in a call that takes its struct.
  public struct Issue: Hashable, Sendable {
    /// The rule that it breaks.
    public var rule: Rule
    /// The call that it is in; nil if it is in the struct itself.
    public var interface: String?
    /// The member, version or flag that it is about, in words; empty if it is the whole.
    public var subject: String
    /// How many, for a rule that counts.
    public var count: Int?

    init(_ rule: Rule, _ subject: String = "", interface: String? = nil, count: Int? = nil) {
      self.rule = rule
      self.subject = subject
      self.interface = interface
      self.count = count
    }
  }

  /// How bad an issue is.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// It misleads a careful caller or kernel.
    case mistake
    /// The struct cannot grow in this way.
    case limit
    /// It is correct, but callers must know it.
    case note
  }

  /// What is looked for.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// An extension has no flag of its own.
    case ungatedExtension = "extension without a flag"
    /// Zero in an extension without a flag names something.
    case zeroIsAValue = "zero does not mean as before"
    /// Two extensions have a flag bit in common.
    case sharedFlag = "flag shared by extensions"
    /// A gate is a bit that the first version gave another meaning.
    case reusedFlag = "flag bit used up twice"
    /// There is no flags member in the first version.
    case noFlags = "no flags in the first version"
    /// A kernel takes flag bits that it does not know.
    case unknownFlagsNotRefused = "unknown flags not refused"
    /// A kernel that does not know the extension takes its flag.
    case flagNotRefused = "flag not refused by an older kernel"
    /// A kernel takes the flag from a struct too short to hold what it opens.
    case flagTakenWithOldSize = "flag taken with the old size"
    /// A newer kernel does not take the older struct as it was, extended by zeros.
    case oldStructRefused = "older struct not extended by zeros"
    /// Reserved bytes are not looked at.
    case uncheckedReserved = "reserved bytes not checked"
    /// How many more extensions fit the pad.
    case padLeft = "pad left"
    /// The size is part of the ioctl number.
    case sizeInCommand = "size in the ioctl number"
    /// Bytes beyond the kernel's struct are not looked at, whether they are fetched or not.
    case tailNotChecked = "tail not checked"
    /// Any size is taken, however small.
    case noMinimum = "no minimum size"
    /// A size that was left zero means the first version.
    case zeroSize = "size 0 means the first version"
    /// A tail that is not zero fails the call.
    case tailMustBeZero = "tail must be zero"
    /// The struct is an element of an array.
    case arrayElement = "element of an array"
    /// The struct ends in an array of any length.
    case flexibleArray = "ends in a flexible array"
  }
}
