extension Glossary.Section {
  static let sizes = Glossary.Section(
    title: "Sizes",
    entries: [
      .init(
        "published version", "published versions", "ver0", "ver1",
        meaning: "A size with which the struct shipped in a release. VER0 is the first, VER1 the next."),
      .init("ksize", meaning: "The size of the struct that the kernel was compiled with, in bytes."),
      .init(
        "usize",
        meaning:
          "The size of the struct that the caller was compiled with, in bytes, as it says to the kernel."),
      .init("head", meaning: "The bytes that both sides know."),
      .init(
        "trailing bytes", "tail", "tails",
        meaning: "The bytes that only the longer side knows: those behind the shorter of ksize and usize."),
      .init(
        "zero-extend", "extended by zeros", "zero-extended",
        meaning:
          "The kernel fills what a shorter caller does not have with zeros, so zero has to mean \"as before\"."
      ),
    ])

  static let members = Glossary.Section(
    title: "Members",
    entries: [
      .init("member", "members", meaning: "A field of the struct, with its offset and its size in bytes."),
      .init(
        "extension", "extensions",
        meaning: "The members that a published version adds to those of the version before it."),
      .init(
        "validity flag", "flag gate", "gate", "gates",
        meaning: "A flag bit that says that an extension's members are set. Without it they do not count."),
      .init(
        "reserved", "reserved word", "reserved words", "reserved bytes",
        meaning: "Bytes inside the struct that have no meaning yet."),
      .init(
        "pad", "static pad", "padded", meaning: "Bytes at the end of the struct that have no meaning yet."),
      .init(
        "must be zero", meaning: "The kernel refuses the call if one of these bytes or bits is set."),
      .init(
        "flags argument", meaning: "Flags that are an argument of the call, beside the pointer to the struct."
      ),
      .init(
        "unknown flags",
        meaning: "Flag bits to which the kernel gives no meaning. A kernel that takes them can "
          + "never give them one without a risk for callers that set them already."),
    ])

  static let calls = Glossary.Section(
    title: "What the kernel does",
    entries: [
      .init("fetch", "fetches", "fetched", meaning: "One read of the caller's memory by the kernel."),
      .init(
        "double fetch", "second fetch",
        meaning: "The same bytes are read twice. Another thread can change them in between."),
      .init(
        "re-check", "re-checks",
        meaning: "After a second fetch, the kernel compares what the first one decided by."),
      .init(
        "write-back", "writes back", "written back",
        meaning:
          "What the kernel writes into the caller's struct before it answers with an error, often its ksize."),
      .init(
        "errno precedence",
        meaning: "Which check comes first, and so which errno a call with two mistakes is answered with."),
      .init(
        "copy_struct_from_user",
        meaning:
          "Linux's helper that takes a struct of another size in: it copies the head, zero-extends, and "
          + "answers E2BIG if a trailing byte is set."),
      .init(
        "check_zeroed_user", meaning: "Linux's helper that tells whether a range of user memory is all zero."),
    ])
}
