import KernelInterfaces

extension Subject {
  /// Bits of the flags argument: each alone, pairs of the lower half, and all of the upper half.
  var argumentChanges: [Change] {
    guard let shape = interface.call, shape.flagsIndex != nil else { return [] }
    let bits: [UInt64] = (0..<UInt64(64)).map { 1 << $0 }
    let pairs: [UInt64] = (0..<16).flatMap { first in bits[(first + 1)..<16].map { bits[first] | $0 } }
    let wide: [UInt64] = [0xffff_ffff_0000_0000, 0xffff_ffff, .max]
    let values = unique((bits + pairs + wide).map { $0 & ~shape.unmodelledFlags }).filter { $0 != 0 }
    let changes = values.map { flags in Change("flags argument \(hex(flags))") { $0.flags = flags } }
    // Which of two errors comes first.
    let beside = [
      Subject.pointers[0], Change("size 1") { $0.resize(to: 1) }, Change("size 4097") { $0.resize(to: 4097) },
      Change("nothing is mapped") { $0.mapped = 0 },
      Change("a tail") { draft in draft.set(1, at: draft.bytes.count, width: 1) },
    ]
    let one = [1, 30, 32, 33, 63].map { bit in
      Change("flags argument bit \(bit)") { $0.flags = bits[bit] & ~shape.unmodelledFlags }
    }
    return changes + one.flatMap { change in beside.map { change.and($0) } }
  }
}
