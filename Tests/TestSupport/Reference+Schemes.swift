// The kernel side of each scheme, one function a scheme, every step written out. `version` is the newest that
// the kernel knows.

extension Reference {
  /// One ioctl of `padded` bytes. With `checked`, what no flag opens must be zero.
  public static func staticPad(
    _ shape: Shape, version: Int, padded: Int, checked: Bool, usize: UInt64, _ memory: NaiveMemory
  ) -> Verdict {
    if usize != UInt64(padded) { return .failed("dispatch", ENOTTY, at: 0, memory) }
    if let at = memory.firstUnreadable(from: 0, to: padded) { return .failed("copy", EFAULT, at: at, memory) }
    let kernel = Array(memory.bytes[0..<padded])
    if let wrong = wrongFlags(shape, version, kernel, usize: padded, memory) { return wrong }
    if checked {
      let flags = number(kernel, shape.flags)
      let pads =
        shape.reserved.filter { $0.lowerBound < shape.sizes[version] } + [shape.sizes[version]..<padded]
      for pad in pads {
        for at in pad where kernel[at] != 0 { return .failed("pad", EINVAL, at: at, memory) }
      }
      for index in 1..<(version + 1) where shape.gates[index] & flags == 0 && shape.gates[index] != 0 {
        for at in shape.sizes[index - 1]..<shape.sizes[index] where kernel[at] != 0 {
          return .failed("closedGate", EINVAL, at: at, memory)
        }
      }
    }
    return success(shape, kernel, usize: padded, memory)
  }

  /// A size member that is read alone, as `sched_setattr` does it.
  public static func sizePrefixed(_ shape: Shape, version: Int, _ memory: NaiveMemory) -> Verdict {
    guard let size = shape.size else { return .failed("no size member", 0, at: 0, memory) }
    if let at = memory.firstUnreadable(from: size.at, to: size.at + size.width) {
      return .failed("firstFetch", EFAULT, at: at, memory)
    }
    return sized(shape, version, memory)
  }

  /// The whole first version is read, then as many bytes as its size member says. Nothing changes in between.
  public static func sizeAndFlagFirst(_ shape: Shape, version: Int, _ memory: NaiveMemory) -> Verdict {
    if let at = memory.firstUnreadable(from: 0, to: shape.sizes[0]) {
      return .failed("firstFetch", EFAULT, at: at, memory)
    }
    return sized(shape, version, memory)
  }

  private static func sized(_ shape: Shape, _ version: Int, _ memory: NaiveMemory) -> Verdict {
    guard let size = shape.size, var usize = memory.integer(at: size.at, width: size.width) else {
      return .failed("no size member", 0, at: 0, memory)
    }
    let ksize = shape.sizes[version]
    func tooBig(_ check: String, at: Int) -> Verdict {
      // All bytes of the size member are written, or none.
      var after = memory
      if memory.firstUnwritable(from: size.at, to: size.at + size.width) == nil {
        for index in 0..<size.width {
          _ = after.write(
            index == 0 ? UInt8(ksize % 256) : index == 1 ? UInt8(ksize / 256) : 0, at: size.at + index)
        }
      }
      return .failed(check, E2BIG, at: at, after)
    }
    if usize == 0 { usize = UInt64(shape.sizes[0]) }
    if usize < UInt64(shape.sizes[0]) { return tooBig("minimum", at: size.at) }
    if usize > UInt64(pageSize) { return tooBig("maximum", at: size.at) }
    switch copyStructFromUser(memory, ksize: ksize, usize: Int(usize)) {
    case .failed(errno: E2BIG, let at): return tooBig("tail", at: at)
    case .failed(let errno, let at): return .failed(at < ksize ? "copy" : "tail", errno, at: at, memory)
    case .copied(let kernel):
      return wrongFlags(shape, version, kernel, usize: Int(usize), memory)
        ?? success(shape, kernel, usize: Int(usize), memory)
    }
  }

  /// The size as an argument: `version0` is answered below, `page` above. Without a maximum: in the ioctl number.
  public static func sizeOutside(
    _ shape: Shape, version: Int, hasMaximum: Bool, usize: UInt64, _ memory: NaiveMemory
  ) -> Verdict {
    // The size bits of an ioctl number are 14.
    if !hasMaximum, usize > 16383 { return .failed("dispatch", ENOTTY, at: 0, memory) }
    if usize < UInt64(shape.sizes[0]) { return .failed("minimum", EINVAL, at: 0, memory) }
    if hasMaximum, usize > UInt64(pageSize) { return .failed("maximum", E2BIG, at: 0, memory) }
    let ksize = shape.sizes[version]
    switch copyStructFromUser(memory, ksize: ksize, usize: Int(usize)) {
    case .failed(errno: E2BIG, let at): return .failed("tail", E2BIG, at: at, memory)
    case .failed(let errno, let at): return .failed(at < ksize ? "copy" : "tail", errno, at: at, memory)
    case .copied(let kernel):
      return wrongFlags(shape, version, kernel, usize: Int(usize), memory)
        ?? success(shape, kernel, usize: Int(usize), memory)
    }
  }

  /// The flags are read alone, and decide how many bytes are copied. Nothing changes in between.
  public static func flagFirst(_ shape: Shape, version: Int, _ memory: NaiveMemory) -> Verdict {
    let (at, width) = shape.flags
    if let fault = memory.firstUnreadable(from: at, to: at + width) {
      return .failed("firstFetch", EFAULT, at: fault, memory)
    }
    let usize = shape.extent(memory.integer(at: at, width: width) ?? 0, version)
    if let fault = memory.firstUnreadable(from: 0, to: usize) {
      return .failed("copy", EFAULT, at: fault, memory)
    }
    var kernel = [UInt8](repeating: 0, count: shape.sizes[version])
    for at in 0..<usize { kernel[at] = memory.read(at) ?? 0 }
    return wrongFlags(shape, version, kernel, usize: usize, memory)
      ?? success(shape, kernel, usize: usize, memory)
  }

  /// An ioctl for every version's size; no other is known.
  public static func newIoctl(
    _ shape: Shape, version: Int, usize: UInt64, _ memory: NaiveMemory
  ) -> Verdict {
    guard let known = shape.sizes[0...version].first(where: { UInt64($0) == usize }) else {
      return .failed("dispatch", ENOTTY, at: 0, memory)
    }
    if let fault = memory.firstUnreadable(from: 0, to: known) {
      return .failed("copy", EFAULT, at: fault, memory)
    }
    var kernel = [UInt8](repeating: 0, count: shape.sizes[version])
    for at in 0..<known { kernel[at] = memory.read(at) ?? 0 }
    return wrongFlags(shape, version, kernel, usize: known, memory)
      ?? success(shape, kernel, usize: known, memory)
  }

  /// Unknown flags, then flags that exclude each other, then flags whose bytes lie beyond the user's size.
  private static func wrongFlags(
    _ shape: Shape, _ version: Int, _ kernel: [UInt8], usize: Int, _ memory: NaiveMemory
  ) -> Verdict? {
    let flags = number(kernel, shape.flags)
    for bit in 0..<64 where flags >> UInt64(bit) & 1 == 1 && shape.known(version) >> UInt64(bit) & 1 == 0 {
      return .failed("unknownFlag", EINVAL, at: shape.flags.at, memory)
    }
    for (bits, excluded) in shape.conflicts where flags & bits != 0 && flags & excluded != 0 {
      return .failed("flagConflict", EINVAL, at: shape.flags.at, memory)
    }
    if usize < shape.extent(flags, version) {
      return .failed("flagBeyondSize", EINVAL, at: shape.flags.at, memory)
    }
    return nil
  }

  private static func success(
    _ shape: Shape, _ kernel: [UInt8], usize: Int, _ memory: NaiveMemory
  ) -> Verdict {
    Verdict(
      errno: nil, kernel: kernel, usize: usize, flags: number(kernel, shape.flags), memory: memory)
  }

  private static func number(_ kernel: [UInt8], _ place: (at: Int, width: Int)) -> UInt64 {
    NaiveMemory(kernel).integer(at: place.at, width: place.width) ?? 0
  }
}
