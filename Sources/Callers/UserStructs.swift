package import ExtensibleStructs
package import KernelInterfaces

/// What a garbage byte is: not zero, and no value of ``SampleValues``.
package let garbageByte: UInt8 = 0xa5

/// How callers of one history under one scheme fill their struct.
package struct UserStructs {
  package let interface: Interface
  package let extensions: [Extension]
  let samples: SampleValues

  package init(_ interface: Interface, samples: SampleValues) {
    self.interface = interface
    self.samples = samples
    extensions = interface.history.extensions
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
    for field in interface.history.baseFields {
      write(samples.bytes(for: field), at: field.offset, to: &bytes)
    }
    var flags: UInt64 = 0
    for (index, added) in extensions.enumerated() where program.uses(index) {
      for field in added.fields { write(samples.bytes(for: field), at: field.offset, to: &bytes) }
      if program.setsFlags { flags |= added.gate }
    }
    if program.setsStrayFlag { flags |= strayBits(program) }
    if let member = interface.history.flags?.field { write(flags, member, to: &bytes) }
    if let member = interface.history.sizeMember {
      write(program.setsSize ? UInt64(codec.size) : 0, member, to: &bytes)
    }
    return bytes
  }

  private func write(_ value: UInt64, _ member: Field, to bytes: inout [UInt8]) {
    write(
      (0..<member.size).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }, at: member.offset,
      to: &bytes)
  }

  private func write(_ value: [UInt8], at offset: Int, to bytes: inout [UInt8]) {
    bytes.replaceSubrange(offset..<(offset + value.count), with: value)
  }
}
