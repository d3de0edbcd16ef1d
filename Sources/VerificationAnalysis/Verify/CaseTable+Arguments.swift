import ExtensibleStructs
import KernelInterfaces

extension CaseTable {
  /// NULL, a kernel pointer and read-only memory, with a size of each kind.
  static func pointers(_ base: Case) -> [Mutation] {
    let codec = base.codec
    var sizes = [codec.size]
    if codec.scheme.size.source.isOutside {
      let step = codec.scheme.size.source == .elements ? codec.size : 1
      sizes = [0, codec.version0 - step, codec.version0, codec.size, codec.size + 8 * step, 4096, 4097, 8192]
    }
    var mutations: [Mutation] = []
    for size in Set(sizes.filter { $0 >= 0 }).sorted() {
      for pointer in [KernelCall.Pointer.null, .kernel] {
        mutations.append(
          Mutation(.pointer, "\(pointer.rawValue) pointer, size \(size)") {
            $0.usize = size
            $0.pointer = pointer
          })
      }
    }
    for pointer in [KernelCall.Pointer.null, .kernel] {
      mutations.append(
        Mutation(.pointer, "\(pointer.rawValue) pointer", isTypical: true) { $0.pointer = pointer })
    }
    mutations.append(Mutation(.readOnly, "read-only memory", isTypical: true) { $0.isWritable = false })
    guard codec.scheme.size.source != .fixed else { return mutations }
    for size in Set(sizes + codec.publishedSizes + [codec.size + 8]).filter({ $0 >= 0 }).sorted() {
      mutations.append(
        Mutation(.readOnly, "read-only memory, size \(size)") {
          $0.usize = size
          $0.isWritable = false
        })
    }
    return mutations
  }

  /// Each bit of the flags that are an argument, known or not, and each pair of known ones.
  static func outsideFlags(_ base: Case) -> [Mutation] {
    guard let shape = base.interface.call, shape.flagsIndex != nil else { return [] }
    var known: UInt64 = 0
    switch base.codec.scheme.flagsArgument {
    case .none: break
    case .rejectedFirst(let bits, _), .rejectedAfterCopy(let bits, _): known = bits
    }
    let bits = (0..<UInt64(64)).filter { shape.unmodelledFlags & (1 << $0) == 0 }
    var mutations = bits.map { bit in
      Mutation(.outsideFlags, "flag bit \(bit) outside the struct", isTypical: bit == 31) {
        $0.outsideFlags |= 1 << bit
      }
    }
    let pairs = bits.filter { known & (1 << $0) != 0 }
    for (index, bit) in pairs.enumerated() {
      for other in pairs[(index + 1)...] {
        mutations.append(
          Mutation(.outsideFlags, "flag bits \(bit) and \(other) outside the struct") {
            $0.outsideFlags |= 1 << bit | 1 << other
          })
      }
    }
    return mutations
  }

  /// Flags arguments that ask for a number: with NULL and no size as they should be, alone and together, and with
  /// either of them.
  static func numbers(_ base: Case) -> [Mutation] {
    let asked = base.codec.checks.numbers.map(\.flags)
    guard !asked.isEmpty else { return [] }
    let others = (0..<UInt64(32)).map { 1 << $0 as UInt64 } + [asked.reduce(0) { $0 | $1 }]
    return Set(asked + others).sorted().flatMap { flags in
      [(KernelCall.Pointer.null, 0), (.null, base.codec.size), (.valid, 0), (.kernel, 0)].map {
        pointer, size in
        Mutation(
          .outsideFlags, "flags 0x\(String(flags, radix: 16)), \(pointer.rawValue) pointer, size \(size)"
        ) {
          $0.outsideFlags = flags
          $0.pointer = pointer
          $0.usize = size
        }
      }
    }
  }

  /// Sizes of which bits are set above the 32nd: kernels look at them or not, by the argument's C type.
  static func wideSizes(_ base: Case) -> [Mutation] {
    guard let shape = base.interface.call, shape.sizeIndex != nil || shape.sizeWordIndex != nil else {
      return []
    }
    let codec = base.codec
    let step = codec.scheme.size.source == .elements ? codec.size : 1
    let sizes = [0, codec.version0 - step, codec.version0, codec.size, codec.size + step, 4096, 4097]
    var mutations: [Mutation] = []
    for size in Set(sizes.filter { $0 >= 0 }).sorted() {
      for wide in [1 << 31, 1 << 32, 1 << 63, 0xffff_ffff << 32] as [UInt64] {
        let isTypical = size == codec.size && wide == 1 << 32
        mutations.append(
          Mutation(.size, "size 0x\(String(wide, radix: 16)) and \(size)", isTypical: isTypical) {
            $0.usize = size
            $0.wideSize = wide
          })
      }
    }
    return mutations
  }
}
