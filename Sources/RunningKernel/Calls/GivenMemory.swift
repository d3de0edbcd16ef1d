import ExtensibleStructs
import KernelInterfaces
import LinuxSystem

/// The memory of what a program gives one call: strings, bytes and room for arguments and members, each in front of a
/// page that faults. It goes with the last reference.
final class GivenMemory {
  let given: KernelCall.Given
  private var buffers: [String: GuardedBuffer] = [:]

  /// Lays out what is given.
  ///
  /// - Throws: a ``SystemError`` if there is no memory.
  init(_ given: KernelCall.Given, isLow: Bool) throws(SystemError) {
    self.given = given
    // An argument and a member of one name would be one memory; they are kept apart by the dot.
    for (name, value) in given.arguments { buffers[name] = try Self.buffer(value, isLow: isLow) }
    for (name, value) in given.members { buffers["." + name] = try Self.buffer(value, isLow: isLow) }
  }

  private static func buffer(_ value: CallShape.Value, isLow: Bool) throws(SystemError) -> GuardedBuffer? {
    switch value {
    case .string(let text): try GuardedBuffer(Array(text.utf8) + [0], isLow: isLow)
    case .bytes(let bytes): try GuardedBuffer(bytes, isLow: isLow)
    case .room(let count): try GuardedBuffer([], mapped: count, isLow: isLow)
    case .constant, .file: nil
    }
  }

  /// The address of an argument's memory; nil if it has none.
  func address(of argument: String) -> UInt64? { buffers[argument]?.address }

  /// The address of a member's memory; nil if it has none.
  func address(ofMember member: String) -> UInt64? { buffers["." + member]?.address }

  /// What the memory of every argument and member holds, by name.
  func contents() throws(SystemError) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for (name, buffer) in buffers {
      contents[name.first == "." ? String(name.dropFirst()) : name] = try buffer.read()
    }
    return contents
  }
}
