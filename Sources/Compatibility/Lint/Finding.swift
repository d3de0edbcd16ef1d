/// Something that a history, or a call that takes its struct, leaves to go wrong.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// It misleads a careful caller or kernel.
    case mistake
    /// The struct cannot grow in this way.
    case limit
    /// It is sound, and callers have to know it.
    case note
  }

  /// What was looked for.
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
    /// Bytes beyond the kernel's struct are not looked at.
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

  /// What was found.
  public var rule: Rule
  /// The call that it is about; nil if it is the struct itself.
  public var interface: String?
  /// The member, version or flag that it is about, in words; empty if it is the whole.
  public var subject: String
  /// How many, for a finding that counts.
  public var count: Int?

  init(_ rule: Rule, _ subject: String = "", interface: String? = nil, count: Int? = nil) {
    self.rule = rule
    self.subject = subject
    self.interface = interface
    self.count = count
  }
}

extension Finding.Rule {
  /// How bad it is.
  public var level: Finding.Level {
    switch self {
    case .ungatedExtension, .zeroIsAValue, .sharedFlag, .reusedFlag, .flagNotRefused, .flagTakenWithOldSize,
      .oldStructRefused,
      .tailNotChecked, .noMinimum:
      .mistake
    case .noFlags, .uncheckedReserved, .arrayElement, .flexibleArray: .limit
    case .padLeft, .sizeInCommand, .zeroSize, .tailMustBeZero: .note
    }
  }

  /// What follows from it, and what to do.
  public var advice: String {
    switch self {
    case .ungatedExtension:
      "no caller can say that it means it, other than by a value that is not zero; add a flag"
    case .zeroIsAValue: "a caller that leaves it zero names the first descriptor; add a flag"
    case .sharedFlag: "a caller cannot mean one without the other; give each its own bit"
    case .reusedFlag: "an old kernel takes the bit in its old meaning; take a bit that was always refused"
    case .noFlags: "an extension can only be told by its size or by not being zero"
    case .flagNotRefused: "success does not say that the extension was honoured; refuse what is unknown"
    case .flagTakenWithOldSize:
      "the kernel acts on zeros that the caller never wrote; refuse the flag with that size"
    case .oldStructRefused: "programs that are there already stop working; zero what they do not have"
    case .uncheckedReserved: "old callers may have garbage there, so it can be used behind a new flag only"
    case .padLeft: "more needs a new call or a size"
    case .sizeInCommand:
      "each growth makes another number; dispatch on the rest of the number, or on each size"
    case .tailNotChecked: "a newer caller's fields are dropped without a word; refuse a tail that is not zero"
    case .noMinimum: "half a struct is accepted; refuse what is shorter than the first version"
    case .zeroSize: "a caller that forgets the size loses the newer fields without a word"
    case .tailMustBeZero: "a caller with a newer header has to zero the whole struct, or gets E2BIG here"
    case .arrayElement: "the stride is fixed for ever; put the size beside the array, or reserve words"
    case .flexibleArray:
      "what follows the array cannot be found by an older kernel; grow in front, in reserved words"
    }
  }

  /// Which real struct was bitten by it; nil where none is known here.
  public var bitten: String? {
    switch self {
    case .ungatedExtension, .uncheckedReserved:
      "xdp_umem_reg: pad became a field, old callers' stack garbage was read, and a flag had to repair it"
    case .zeroIsAValue:
      "clone3 and mount_setattr: cgroup and userns_fd would name descriptor 0, so each has a flag"
    case .noFlags: "mnt_id_req: a reserved word got a meaning, and old mistakes changed from EINVAL to EBADF"
    case .flagNotRefused, .tailNotChecked: "DRM: newer userspace on an older kernel cannot notice"
    case .oldStructRefused, .sizeInCommand:
      "pidfd: a switch on the full ioctl number made PIDFD_GET_INFO reject every other size"
    case .noMinimum: "user_events: the first version accepted half a struct"
    case .zeroSize: "cilium/ebpf #293: size was left 0, and the new fields were silently dropped"
    case .tailMustBeZero: "stress-ng #67 and rt-app #99: an uninitialised tail, E2BIG on an older kernel"
    case .arrayElement: "futex_waitv: 24 bytes each, so it can grow only in its reserved word"
    case .padLeft: "io_uring_setup: 120 bytes for ever, and reserved words are all there is"
    case .sharedFlag, .reusedFlag, .flagTakenWithOldSize, .flexibleArray: nil
    }
  }
}
