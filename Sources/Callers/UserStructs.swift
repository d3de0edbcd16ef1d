package import ExtensibleStructs
package import KernelInterfaces

/// What a garbage byte is: not zero, and no value of ``SampleValues``.
package let garbageByte: UInt8 = 0xa5

/// How callers of one history under one scheme fill their struct.
package struct UserStructs {
  package let interface: Interface
  package let extensions: [Extension]
  /// The newest version's struct with a value in every member.
  private let full: [UInt8]
  /// The members of the first version; all of them are set.
  private let base: [Field]
  private let flags: IntegerMember
  private let sizeMember: IntegerMember

  package init(_ interface: Interface, samples: SampleValues) {
    let history = interface.history
    self.interface = interface
    extensions = history.extensions
    base = history.baseFields
    flags = IntegerMember(history.flags?.field)
    sizeMember = IntegerMember(history.sizeMember)
    var full = [UInt8](repeating: 0, count: history.layout.size)
    for field in base + extensions.flatMap(\.fields) {
      full.replaceSubrange(field.range, with: samples.bytes(for: field))
    }
    self.full = full
  }

  /// Whether there is such a caller: a flag that it forgets or sets by mistake, and a size member that it leaves 0.
  package func exists(_ program: UserProgram) -> Bool {
    (program.setsFlags || extensions.indices.contains { program.uses($0) && extensions[$0].gate != 0 })
      && (!program.setsStrayFlag || strayBits(program) != 0)
      && (program.setsSize || interface.newest.scheme.readsSizeMember)
  }

  /// The flag bits that this caller sets by mistake: the gate of the first version that it does not know.
  private func strayBits(_ program: UserProgram) -> UInt64 {
    extensions.dropFirst(program.version).first { $0.gate != 0 }?.gate ?? 0
  }

  /// The bytes of the caller's struct, as long as `codec`, with which the caller was compiled, says.
  package func bytes(_ program: UserProgram, _ codec: Codec) -> [UInt8] {
    var bytes = [UInt8](repeating: program.fill, count: codec.size)
    set(base, in: &bytes)
    var flags: UInt64 = 0
    for index in extensions.indices where program.uses(index) {
      set(extensions[index].fields, in: &bytes)
      if program.setsFlags { flags |= extensions[index].gate }
    }
    if program.setsStrayFlag { flags |= strayBits(program) }
    self.flags.set(flags, in: &bytes)
    sizeMember.set(program.setsSize ? UInt64(codec.size) : 0, in: &bytes)
    return bytes
  }

  /// Gives these members their values.
  private func set(_ fields: [Field], in bytes: inout [UInt8]) {
    var span = bytes.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    for field in fields {
      target.copy(field.size, of: unsafe full.span.bytes, from: field.offset, to: field.offset)
    }
  }
}
