extension Glossary.Section {
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
        "out of bounds", "beyond", meaning: "The kernel read beyond the caller's struct."),
      .init("torn", meaning: "The kernel acted on a mix of two states of the memory."),
      .init(
        "unusable", meaning: "The kernel refused a careful caller that was compiled for that very kernel."),
      .init("sound", meaning: "Accepted or rejected: the caller knows what the kernel did."),
      .init("hazard", "hazards", meaning: "Any other verdict. It comes with the bytes that it is about."),
    ])
}
