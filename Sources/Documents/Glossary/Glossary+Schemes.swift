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
}
