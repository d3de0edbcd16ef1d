extension Case {
  static let sizes = [32, 64, 160, 256, 512, 1024, 4096]

  /// Is this stretch of memory all zero? Against the kernel's word loop, and against blocks.
  static func zeroChecks() -> [Case] {
    sizes.flatMap { size in
      let space = { Workspace(user: [UInt8](repeating: 0, count: size), room: 0, usize: size) }
      return [
        Case(
          "zero/words/\(size)", limit: size < 256 ? 1 : 0.25, isNet: true, space(), swift: SwiftWork.zero,
          c: CWork.zeroWords),
        Case("zero/blocks/\(size)", space(), swift: SwiftWork.zero, c: CWork.zeroBlocks),
      ]
    }
  }

  /// `copy_struct_from_user`: the same size; a shorter user; a longer one, with a zero tail of that many bytes
  /// and with one that has its last byte set.
  static func copies() -> [Case] {
    sizes.flatMap { size in
      [
        copy("exact", size, limit: 1.05, ksize: size, usize: size),
        copy("short", size, limit: 1.05, ksize: size, usize: size / 2),
        copy("long", size, limit: size < 1024 ? 1.2 : 1.05, ksize: 48, usize: 48 + size),
        copy("reject", size, limit: 1.5, ksize: 48, usize: 48 + size, setting: 47 + size),
        copy("reject-first", size, limit: 1.5, ksize: 48, usize: 48 + size, setting: 48),
      ]
    }
  }

  private static func copy(
    _ situation: String, _ size: Int, limit: Double, ksize: Int, usize: Int, setting set: Int? = nil
  ) -> Case {
    var user = (0..<usize).map { $0 < ksize ? UInt8(truncatingIfNeeded: $0 | 1) : 0 }
    if let set { user[set] = 1 }
    return Case(
      "copy/\(situation)/\(size)", limit: limit,
      Workspace(user: user, room: ksize, ksize: ksize, usize: usize),
      swift: SwiftWork.copyStruct, c: CWork.copyStruct)
  }
}
