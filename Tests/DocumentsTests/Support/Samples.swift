import Documents

/// Documents as the analyses make them.
enum Samples {
  static let region = ByteDrawing(
    "kvm_userspace_memory_region2",
    fields: [
      .init("slot", offset: 0, size: 4), .init("flags", offset: 4, size: 4),
      .init("guest_phys_addr", offset: 8, size: 8), .init("memory_size", offset: 16, size: 8),
      .init("userspace_addr", offset: 24, size: 8), .init("guest_memfd_offset", offset: 32, size: 8),
      .init("guest_memfd", offset: 40, size: 4), .init("pad1", offset: 44, size: 4, isReserved: true),
      .init("pad2[14]", offset: 48, size: 112, isReserved: true),
    ], versions: [.init("VER0", end: 32), .init("VER1", end: 160, gate: "flags & 0x4")])

  static let matrix: Table = {
    var table = Table(
      [.init("user"), .init("habit"), .init("kernel VER0"), .init("kernel VER1"), .init("bytes", .right)],
      repeating: 2)
    let ok = StyledText("ok", .green)
    func refused(_ name: String) -> StyledText { StyledText(name, .yellow) + " ✓" }
    table.section(StyledText("static-pad", .bold))
    table.row("VER0", "careful", ok + " ✓", ok, "160")
    table.row("", "garbage", refused("EINVAL"), StyledText("GARBAGE", .red), "160")
    table.section(StyledText("flag-first", .bold))
    table.row("VER1", "careful + guest_memfd", refused("EINVAL"), ok, "48")
    table.row("", "missing flag", StyledText("ok/IGNORED", .red), StyledText("-", .dim), "48")
    return table
  }()

  static let race = Timeline(
    lanes: ["user thread", "kernel"],
    [
      .init(1, "get_user 4-7: flags is 0x0", .read, bytes: 4..<8),
      .init(1, "copy_from_user 0-15", .copy, bytes: 0..<16),
      .init(0, "flags = 0x4", .write, bytes: 4..<8),
      .init(1, "... on to 16-31", .copy, bytes: 16..<32),
      .init(0, "memory_size = 0x7fff0000", .write, bytes: 16..<24),
      .init(
        1, "accepts 32 bytes, acts on flags 0x4: guest_memfd_offset and guest_memfd were never fetched", .end),
    ])

  static let costs = Plot(
    "What a call costs",
    bars: .init(
      categories: ["static-pad", "size-prefixed", "flag-first two-read"],
      [.init("user", [9.4, 7.25, 7.3]), .init("kernel", [14.21, 12, 21.5])], unit: "ns"))

  static let bytes = Plot(
    "Bytes per call",
    bars: .init(
      categories: ["static-pad", "size-prefixed", "flag-first two-read"],
      [.init("used", [48, 52, 48]), .init("unused", [112, 4, 0])], unit: "bytes", isStacked: true))

  static let growth = Plot(
    "Cost against size",
    lines: .init(
      x: .init("bytes used: 32 + 16 n"), y: .init("user ns + kernel ns"),
      [
        .init("static-pad", (0...7).map { .init(32 + 16 * Double($0), 38 + Double($0)) }),
        .init("size-prefixed", (0...7).map { .init(32 + 16 * Double($0), 20 + 1.9 * Double($0)) }),
        .init("flag-first two-read", (0...7).map { .init(32 + 16 * Double($0), 31 + 2.1 * Double($0)) }),
      ], reference: .init("an empty call", y: 12)))

  static let copies = Plot(
    "Copying",
    lines: .init(
      x: .init("bytes", .log2), y: .init("ns", .log10),
      [
        .init("memcpy", (3...20).map { .init(Double(1 << $0), 2 + Double(1 << $0) / 32) }),
        .init("copy_struct_from_user", (3...20).map { .init(Double(1 << $0), 14 + Double(1 << $0) / 30) }),
        .init("measured", [.init(64, 18.3), .init(4096, 160), .init(65536, 2400)], isPoints: true),
      ]))

  /// A document with every kind of block.
  static let all = Document(
    "Growing struct kvm_userspace_memory_region",
    [
      .paragraph(
        StyledText("struct kvm_userspace_memory_region2", .bold)
          + ": VER0 32 bytes, VER1 160 bytes; 160 bytes in all. Callers are user programs compiled with one version's header, kernels know one version."
      ),
      .heading("Layout"),
      .byteDrawing(region),
      .heading(
        "static-pad", detail: "every struct has all its bytes from the start, and unknown ones must be 0"),
      .group([
        .table(matrix),
        .paragraph(
          StyledText("! ", .red)
            + "garbage: a VER1 kernel acts on bytes 32-43 (guest_memfd_offset, guest_memfd), which a VER0 user never set [1 cell]",
          indent: 2),
        .paragraph(StyledText("Judgement: ", .bold) + "callers must zero the fields they do not use."),
      ]),
      .heading("A race"),
      .group([.paragraph("Two writes between the reads open an extension."), .timeline(race)]),
      .heading("Facts", level: 3),
      .table(facts),
      .list([
        "Every errno is the kernel's own.",
        StyledText("copy_struct_from_user", .code) + " refuses a tail that is not zero with "
          + StyledText("E2BIG", .yellow) + ".",
      ]),
      .paragraph(StyledText("DISAGREES ", .red) + "openat2: simulated EINVAL; real E2BIG. To run it again:"),
      .verbatim([
        StyledText("extstruct eval '{\"interface\":\"openat2\",\"usize\":24,\"memory\":\"00\"}'", .dim)
      ]),
      .heading("Costs"),
      .plot(costs), .plot(bytes), .plot(growth), .plot(copies),
    ])

  static let facts: Table = {
    var table = Table([
      .init("releases", wraps: true), .init("fact", wraps: true), .init("known by", wraps: true),
    ])
    table.row(
      "6.8 and later", "knows guest_memfd; flags 0x4 opens VER1, and the pad behind it must be 0",
      StyledText("ran; ", .green) + "source: virt/kvm/kvm_main.c, kvm_vm_ioctl_set_memory_region")
    table.row("3.6 to 6.7", "takes 0x1 and 0x2; unknown flags are refused with EINVAL", "source")
    return table
  }()
}
