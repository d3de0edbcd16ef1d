import ExtensibleStructs
import KernelInterfaces

/// A case as it is put together: the struct that the kernel takes, and what mutations change of the call.
struct Case {
  let interface: Interface
  let codec: Codec
  /// The struct that the kernel takes, as long as the kernel's.
  let sample: [UInt8]
  /// For a struct that is handed out: what the running kernel holds.
  let held: [UInt8]?

  /// The user's size in bytes.
  var usize: Int
  /// Bits that are set in the register that holds the size, above those that say how long the memory is.
  var wideSize: UInt64 = 0
  /// Bytes to set, over the sample and the zeros behind it.
  var patches: [(offset: Int, byte: UInt8)] = []
  /// Bits to set in the flags member.
  var flagBits: UInt64 = 0
  /// How many bytes are mapped; nil for as many as the user's size says.
  var mapped: Int?
  /// How long the memory is where that is not what the user's size says, in bytes.
  var length: Int?
  /// How many bytes from the pointer on are not mapped although those behind them are.
  var unmappedHead = 0
  /// Whether the memory may be written.
  var isWritable = true
  /// What kind of pointer is handed in.
  var pointer = KernelCall.Pointer.valid
  /// Flags that are an argument.
  var outsideFlags: UInt64 = 0
  /// Whether the caller keeps its privileges.
  var isPrivileged = true
  /// Whose call it is.
  var abi = SystemCallNumber.Architecture.native

  /// The longest memory that a case lays out; sizes may be greater where nothing is read of them.
  static let memoryLimit = 1 << 16

  init(_ interface: Interface, _ codec: Codec, sample: [UInt8], held: [UInt8]?) {
    self.interface = interface
    self.codec = codec
    self.sample = sample
    self.held = held
    usize = codec.size
  }

  /// Sets a member to a value.
  mutating func patch(_ member: IntegerMember, _ value: UInt64) {
    for index in 0..<member.width {
      patches.append((member.offset + index, UInt8(truncatingIfNeeded: value >> UInt64(8 * index))))
    }
  }

  /// The call as it is made.
  var call: KernelCall {
    // A size member is there to be read even where it says that the struct is shorter.
    var needed = codec.scheme.readsSizeMember ? codec.sizeMember.offset + codec.sizeMember.width : 0
    // So is the first version where a size of 0 means it, as far as it is mapped.
    if codec.scheme.readsSizeMember, usize == 0, codec.scheme.member?.zero == .meansVersion0, let mapped {
      needed = max(needed, min(mapped, codec.version0))
    }
    let length = length ?? min(max(usize, needed), Case.memoryLimit)
    var bytes: [UInt8]
    if interface.direction == .out {
      // What the kernel writes shows against bytes that are not zero.
      bytes = [UInt8](repeating: 0xff, count: length)
      bytes.replaceSubrange(0..<min(sample.count, length), with: sample.prefix(length))
    } else if codec.scheme.size.source == .elements {
      bytes = (0..<length).map { sample[$0 % sample.count] }
    } else {
      bytes = Array(sample.prefix(length))
      bytes.append(contentsOf: repeatElement(0, count: length - bytes.count))
    }
    for patch in patches where patch.offset < bytes.count { bytes[patch.offset] = patch.byte }
    for index in 0..<codec.flags.width where codec.flags.offset + index < bytes.count {
      bytes[codec.flags.offset + index] |= UInt8(truncatingIfNeeded: flagBits >> UInt64(8 * index))
    }
    if codec.scheme.readsSizeMember { codec.sizeMember.set(UInt64(usize), in: &bytes) }
    let outside = codec.scheme.size.source == .elements ? usize / codec.size : usize
    return KernelCall(
      interface,
      memory: KernelCall.Memory(
        bytes, mapped: mapped, unmappedHead: min(unmappedHead, length), isWritable: isWritable),
      pointer: pointer,
      usize: codec.scheme.size.source.isOutside ? UInt64(outside) | wideSize : nil, flags: outsideFlags,
      kernelStruct: held, isPrivileged: isPrivileged, abi: abi)
  }
}
