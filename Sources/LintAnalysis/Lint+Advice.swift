extension Lint.Rule {
  /// How bad it is.
  public var level: Lint.Level {
    switch self {
    case .ungatedExtension, .zeroIsAValue, .sharedFlag, .reusedFlag, .unknownFlagsNotRefused, .flagNotRefused,
      .flagTakenWithOldSize, .oldStructRefused, .tailNotChecked, .noMinimum:
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
    case .noFlags: "an extension is only recognised by its size or by not being zero"
    case .unknownFlagsNotRefused:
      "callers may set any bit already, and cannot tell which ones have an effect; refuse unknown bits"
    case .flagNotRefused: "success does not say that the extension was honoured; refuse what is unknown"
    case .flagTakenWithOldSize:
      "the kernel acts on zeros that the caller never wrote; refuse the flag with that size"
    case .oldStructRefused: "breaks existing binaries; zero-extend shorter structs"
    case .uncheckedReserved: "old callers may have garbage there, so it can be used behind a new flag only"
    case .padLeft: "more needs a new call or a size"
    case .sizeInCommand:
      "each growth makes another number; dispatch on the rest of the number, or on each size"
    case .tailNotChecked: "newer fields are dropped and the call succeeds; refuse a tail that is not zero"
    case .noMinimum: "half a struct is accepted; refuse what is shorter than the first version"
    case .zeroSize: "a caller that forgets the size loses the newer fields and sees success"
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
    case .unknownFlagsNotRefused:
      "kvm_userspace_memory_region: Linux 3.6 took any bit, so callers of KVM_MEM_READONLY have to ask for"
        + " KVM_CAP_READONLY_MEM first"
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
