import ExtensibleStructs
import KernelInterfaces

extension Subject {
  /// Every size from 0 on to beyond the kernel's, those around every size that was published, the pages, and sizes that
  /// are wider than an int, a long's positive half, or all of it.
  var sizes: [UInt64] {
    guard !isArray else { return elementCounts }
    let near = publishedSizes.flatMap { size in [-8, -4, -1, 0, 1, 4, 8].map { size + $0 } }
    let pages: [Int] = [
      4088, 4095, 4096, 4097, 4104, 8191, 8192, 8193, 16383, 16384, 16385, 65535, 65536, 65537,
    ]
    let all = Array(0...(ksize + 16)) + near + pages
    let sizes =
      unique(all.filter { $0 >= 0 }.sorted().map(UInt64.init)) + wide(publishedSizes + [0, 1, 4096])
    // There is no ioctl whose number would not hold the size.
    return source == .command ? sizes.filter { $0 <= UInt64(Scheme.longestInCommand) } : sizes
  }

  private var elementCounts: [UInt64] {
    (0...10).map(UInt64.init) + [63, 64, 65, 126, 127, 128, 129, 130, 255, 256, 257, 4096, 65536]
      + wide([0, 1, 2, 128])
  }

  private func wide(_ sizes: [Int]) -> [UInt64] {
    sizes.map(UInt64.init).flatMap { size -> [UInt64] in
      [(1 << 31) + size, (1 << 32) + size, 0xffff_ffff - size, (1 << 40) + size, (1 << 63) + size]
    } + [.max, .max - 1, .max - 7, .max - 4095, .max >> 1]
  }

  /// Each size with as much memory as it says, and with more.
  var sizeChanges: [Change] {
    sizes.flatMap { size in
      let change = Change("size \(hex(size))") { $0.resize(to: size) }
      return [change, change.and(Subject.muchMemory)]
    }
  }

  /// Each size with a pointer that leads nowhere.
  var pointerChanges: [Change] {
    Subject.pointers
      + sizes.flatMap { size in
        Subject.pointers.map { Change("size \(hex(size))") { $0.resize(to: size) }.and($0) }
      }
  }

  static let pointers = [
    Change("NULL") { $0.pointer = .null }, Change("a kernel pointer") { $0.pointer = .kernel },
  ]

  private static let muchMemory = Change("two pages behind") { draft in
    draft.mapped = draft.bytes.count + 2 * 4096
  }
}
