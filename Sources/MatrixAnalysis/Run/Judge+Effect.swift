import ExtensibleStructs

/// A call that a kernel carried out: what the caller handed in, and what the kernel goes by.
struct Effect {
  let caller: Matrix.User
  /// The caller's struct.
  let user: [UInt8]
  let kernel: Codec
  /// The flags that the kernel acts on.
  let acted: UInt64
  /// The kernel's copy of the struct.
  let copy: [UInt8]
  /// The flag bits that the caller's version knows.
  let known: UInt64

  /// The flags that the caller set.
  let wanted: UInt64
  /// The flags in the kernel's copy, which its later code may look at.
  let copied: UInt64

  /// Flag bits that have an effect although the caller left them unset.
  var raised: UInt64 { (acted | copied) & ~wanted & kernel.knownFlags }

  /// Flag bits that have no effect although the caller set them and both sides know them. What a kernel does not know
  /// shows in the members that it drops, and a bit that the caller does not know was set by mistake.
  var lowered: UInt64 { wanted & ~(acted & copied) & known & kernel.knownFlags }

  /// Whether the kernel acts on the bytes of its extension with this index.
  func isOpen(_ index: Int) -> Bool {
    guard kernel.gates.indices.contains(index) else { return false }
    let mask = kernel.gates[index].mask
    return mask == 0 || mask & acted != 0
  }

  /// Whether the kernel holds the member as the caller set it.
  func keeps(_ field: Field) -> Bool { keeps(field.range) }

  /// Whether the kernel holds these bytes as the caller set them.
  func keeps(_ range: Range<Int>) -> Bool {
    unsafe copy.span.bytes.equals(
      user.span.bytes, from: range.lowerBound, at: range.lowerBound, count: range.count)
  }
}

extension Judge {
  /// The bytes that the kernel acts on although the caller never set them.
  ///
  /// An extension that a flag opened counts with every byte, since a flag says that its value was set on purpose. One
  /// without a gate counts where a byte is not zero: zero means "as before".
  func garbage(_ effect: Effect) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if let flags, effect.raised != 0 { found.append(flags.range) }
    for index in effect.kernel.gates.indices where !effect.caller.uses(index) && effect.isOpen(index) {
      for field in extensions[index].fields {
        if extensions[index].gate != 0 || effect.copy[field.range].contains(where: { $0 != 0 }) {
          found.append(field.range)
        }
      }
    }
    return found
  }

  /// The bytes that the caller set and the kernel does not act on.
  func dropped(_ effect: Effect) -> [Range<Int>] {
    var found: [Range<Int>] = []
    if let flags, effect.lowered != 0 { found.append(flags.range) }
    // Nearly every kernel keeps all of them: one comparison says so.
    if !effect.keeps(head) { for field in base where !effect.keeps(field) { found.append(field.range) } }
    for index in extensions.indices where effect.caller.uses(index) {
      let isOpen = effect.isOpen(index)
      for field in extensions[index].fields where !isOpen || !effect.keeps(field) {
        found.append(field.range)
      }
    }
    return found
  }
}
