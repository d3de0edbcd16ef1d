import ExtensibleStructs
import KernelInterfaces

extension Subject {
  /// Memory that ends at every byte, or begins at some, for the kernel's own size, an older and a newer struct.
  var boundaryChanges: [Change] {
    lengths.flatMap { length -> [Change] in
      let resize = Change("size \(hex(UInt64(length)))") { $0.resize(to: UInt64(length)) }
      let bytes = isArray ? length * ksize : length
      let ends = bytes <= 600 ? Array(0...bytes) : Array(0...80) + Array((bytes - 80)...bytes)
      return ends.map { end in resize.and(Change("\(end) bytes are mapped") { $0.mapped = end }) }
        + heads(bytes).map { head in
          resize.and(Change("the first \(head) bytes are not mapped") { $0.unmappedHead = head })
        }
    }
  }

  /// The size member's end, word boundaries, the end of each part, and all of it.
  private func heads(_ bytes: Int) -> [Int] {
    let ends = parts.prefix(40).map { $0.offset + $0.width }
    return unique([1, 4, 5, 8, 9, 16, bytes - 1, bytes] + ends).filter { 0 < $0 && $0 <= min(bytes, 4000) }
  }

  /// Sizes of structs, or numbers of elements, whose memory is cut off.
  private var lengths: [Int] {
    guard !isArray else { return [1, 2, 128] }
    let sizes = unique([ksize] + interface.history.versions.map(\.size) + [ksize + 16, ksize + 1])
    // The kernel asks for all of its struct; what it does not fetch must not be missed.
    return source == .fixed ? [ksize] : sizes
  }

  /// A byte that is not zero at each place behind the kernel's struct, alone, and with memory that ends around it.
  var tailChanges: [Change] {
    guard !isArray else { return [] }
    let places =
      Array(ksize..<(ksize + 24)) + [4087, 4088, 4094, 4095, 4096, 8191].filter { $0 >= ksize + 24 }
    return places.flatMap { place -> [Change] in
      let whole = [place + 1, ksize + 32, 4096].filter { $0 > place }.map { size in
        Change("size \(size)") { $0.resize(to: UInt64(size)) }
          .and(Change("byte \(place) is 1") { $0.set(1, at: place, width: 1) })
      }
      let cut = [ksize, place, place + 1].flatMap { end in
        whole.map { $0.and(Change("\(end) bytes are mapped") { $0.mapped = end }) }
      }
      return whole + [whole[0].and(Change("byte \(place) is 0x80") { $0.set(0x80, at: place, width: 1) })]
        + cut
    }
  }

  /// A byte that is not zero at each place of the struct, with memory that ends at each boundary.
  var contentAndBoundaryChanges: [Change] {
    guard !isArray else { return [] }
    let ends = unique([0, 4, 8, ksize - 8, ksize - 4, ksize - 1, ksize]).filter { $0 >= 0 }
    return parts.filter { !$0.isSize && $0.offset < ksize }.flatMap { part in
      let bits = unique([part.mask, 1 << UInt64(8 * part.width - 1)])
      return bits.flatMap { value in
        ends.map { end in Change(part, value).and(Change("\(end) bytes are mapped") { $0.mapped = end }) }
      }
    }
  }

}
