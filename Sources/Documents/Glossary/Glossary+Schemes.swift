extension Glossary.Section {
  static let schemes = Glossary.Section(
    title: "Schemes: how a struct grows",
    entries: [
      .init(
        "static-pad", "static padding",
        meaning:
          "The struct has a pad from the start; flags say which bytes of it count. Its size never changes."),
      .init(
        "size-prefixed",
        meaning: "A size member is read first, alone; it says how many bytes follow. sched_setattr does so."),
      .init(
        "size-argument", meaning: "The size is an argument of the call, as in openat2 and clone3."),
      .init(
        "flag-first", "flag-first two-read",
        meaning: "The flags are read first, alone; they say how many bytes are read then."),
      .init(
        "size-and-flag-first", "size and flag first",
        meaning: "The first version, with size and flags, is read first; then the whole struct."),
      .init(
        "new-ioctl",
        meaning: "Each version is a new call beside the old ones, as KVM_SET_USER_MEMORY_REGION2."),
      .init(
        "argsz",
        meaning: "The struct begins with its size, but the kernel reads a fixed least size, as VFIO does."),
    ])

  static let verdicts = Glossary.Section(
    title: "Verdicts",
    entries: [
      .init("accepted", meaning: "The call succeeded, and every field that the caller set took effect."),
      .init("rejected", "refused", meaning: "The kernel refused the call, with an errno."),
      .init(
        "silently ignored", "ignored",
        meaning: "The call succeeded, but a field that the caller set was dropped."),
      .init("garbage read", "garbage", meaning: "The kernel acted on bytes that the caller never set."),
      .init(
        "out of bounds", "beyond", meaning: "The kernel read or wrote beyond the caller's struct."),
      .init("torn", meaning: "The kernel acted on a mix of two states of the memory."),
      .init(
        "unusable", meaning: "The kernel refused a careful caller that was compiled for that very kernel."),
      .init("sound", meaning: "Accepted or rejected: the caller knows what the kernel did."),
      .init("hazard", "hazards", meaning: "Any other verdict. It comes with the bytes that it is about."),
    ])
}
