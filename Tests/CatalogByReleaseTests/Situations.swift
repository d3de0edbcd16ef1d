import ExtensibleStructs
import KernelInterfaces

/// One thing that a user does, with words for it.
struct Situation {
  var name: String
  var call: KernelCall
}

/// Builds the situations of one interface around a struct that the kernel takes.
struct Situations {
  let interface: Interface
  let codec: Codec
  /// What the kernel takes.
  let sample: [UInt8]
  /// For a struct that is handed out: what the running kernel holds.
  let held: [UInt8]?
  var list: [Situation] = []

  init(_ interface: Interface, _ codec: Codec, sample: [UInt8], held: [UInt8]?) {
    self.interface = interface
    self.codec = codec
    self.sample = sample
    self.held = held
    addSizes()
    addFaults()
    addPointers()
    if interface.direction == .in {
      addFlags()
      addPad()
    }
    addOutsideFlags()
    addRequests()
  }

  /// Each bit that a user can ask for, and none, where a mask says what is handed out.
  private mutating func addRequests() {
    guard codec.scheme.output?.fetchesRequest == true else { return }
    add("nothing asked for", bytes(codec.size, asking: nil))
    for bit in 0..<codec.flags.width * 8 { add("bit \(bit) asked for", bytes(codec.size, asking: bit)) }
  }

  private func bytes(_ size: Int, asking bit: Int?) -> [UInt8] {
    var bytes = [UInt8](repeating: 0xee, count: size)
    for index in 0..<codec.flags.width { bytes[codec.flags.offset + index] = 0 }
    if let bit { bytes[codec.flags.offset + bit / 8] = 1 << UInt8(bit % 8) }
    return bytes
  }

  /// Flags beside the struct that no kernel knows, alone and where something else is wrong as well.
  private mutating func addOutsideFlags() {
    guard codec.scheme.flagsArgument != .none else { return }
    for bit in 4...31 { add("flag \(bit) outside", sample, outside: 1 << UInt64(bit)) }
    add("flag outside and NULL", sample, pointer: .null, outside: 1 << 31)
    add("flag outside and size 0", sample, usize: 0, outside: 1 << 31)
    add("flag outside and nothing mapped", sample, mapped: 0, outside: 1 << 31)
  }

  private var isOutside: Bool { codec.scheme.size.source.isOutside }

  private mutating func add(
    _ name: String, _ bytes: [UInt8], mapped: Int? = nil, writable: Bool = true,
    pointer: KernelCall.Pointer = .valid, usize: Int? = nil, outside: UInt64 = 0
  ) {
    var usize = usize ?? codec.size
    var bytes = bytes
    if codec.scheme.readsSizeMember {
      for index in 0..<codec.sizeMember.width where codec.sizeMember.offset + index < bytes.count {
        bytes[codec.sizeMember.offset + index] = UInt8(truncatingIfNeeded: usize >> (8 * index))
      }
    }
    if codec.scheme.size.source == .elements { usize /= codec.size }
    list.append(
      Situation(
        name: name,
        call: KernelCall(
          interface, memory: KernelCall.Memory(bytes, mapped: mapped, isWritable: writable), pointer: pointer,
          usize: isOutside ? UInt64(usize) : nil, flags: outside, kernelStruct: held)))
  }

  /// The sample cut off or repeated: once for each element of an array, else with zeros, or another byte, behind.
  private func bytes(_ size: Int, filler: UInt8 = 0) -> [UInt8] {
    if codec.scheme.size.source == .elements {
      return (0..<size).map { sample[$0 % sample.count] }
    }
    return Array(sample.prefix(size)) + Array(repeating: filler, count: max(0, size - sample.count))
  }

  private func cutsWhatIsNotModelled(_ size: Int) -> Bool {
    interface.cutsWhatIsNotModelled(size, codec, sample)
  }

  private mutating func addSizes() {
    var sizes = Set(0...(codec.size + 16)).union([4088, 4095, 4096, 4097, 4104, 8192, 16383])
    if codec.scheme.size.source == .elements { sizes = Set((0...131).map { $0 * codec.size }) }
    for size in sizes.sorted() where !cutsWhatIsNotModelled(size) {
      add("size \(size)", bytes(size), mapped: max(size, 8), usize: size)
      add("size \(size), tail set", bytes(size, filler: 0xee), mapped: max(size, 8), usize: size)
      if size > codec.size {
        var last = bytes(size)
        last[size - 1] = 1
        add("size \(size), last byte set", last, usize: size)
        add("size \(size), tail unmapped", bytes(size), mapped: codec.size, usize: size)
        var first = bytes(size)
        first[codec.size] = 1
        add("size \(size), first tail byte set", first, mapped: codec.size + 1, usize: size)
      }
      add("size \(size), read-only", bytes(size), mapped: max(size, 8), writable: false, usize: size)
    }
  }

  private mutating func addFaults() {
    for mapped in 0...codec.size + 4 {
      add("\(mapped) bytes mapped", bytes(codec.size + 4), mapped: mapped)
      add("\(mapped) bytes mapped, newer", bytes(codec.size + 8), mapped: mapped, usize: codec.size + 8)
    }
  }

  private mutating func addPointers() {
    let sizes = [0, 1, codec.version0 - 1, codec.version0, codec.size, codec.size + 8, 4096, 4097]
    for size in sizes where !cutsWhatIsNotModelled(size) {
      add("NULL, size \(size)", bytes(codec.size), pointer: .null, usize: max(0, size))
      add("kernel pointer, size \(size)", bytes(codec.size), pointer: .kernel, usize: max(0, size))
    }
  }

  /// Each flag bit that is not known, and each gate on each published size.
  private mutating func addFlags() {
    guard codec.flags.width > 0 else { return }
    for bit in 0..<codec.flags.width * 8 where codec.knownFlags & (1 << UInt64(bit)) == 0 {
      var bytes = sample
      bytes[codec.flags.offset + bit / 8] |= 1 << UInt8(bit % 8)
      add("unknown flag \(bit)", bytes)
    }
    for gate in codec.gates where gate.mask != 0 {
      for size in Set(codec.publishedSizes).sorted() {
        var bytes = bytes(size)
        for bit in 0..<64 where gate.mask & (1 << UInt64(bit)) != 0 {
          bytes[codec.flags.offset + bit / 8] |= 1 << UInt8(bit % 8)
        }
        add("gate \(gate.mask), size \(size)", bytes, mapped: max(size, 8), usize: size)
      }
    }
  }

  /// A set byte wherever the history has a reserved word.
  private mutating func addPad() {
    for field in interface.history.layout.fields where field.isReserved {
      for byte in field.range where byte < codec.size {
        var bytes = sample
        bytes[byte] = 0x80
        add("reserved byte \(byte)", bytes)
      }
    }
    for byte in codec.known..<codec.size {
      var bytes = sample
      bytes[byte] = 0x80
      add("pad byte \(byte)", bytes)
    }
  }
}

extension Interface {
  /// Whether a size that passes cuts a descriptor or the like off, so that the kernel sees 0 there: what it makes of
  /// that is up to the call's surroundings.
  func cutsWhatIsNotModelled(_ size: Int, _ codec: Codec, _ sample: [UInt8]) -> Bool {
    guard direction == .in, let minimum = codec.scheme.bounds?.minimum,
      size >= minimum.bytes ?? codec.version0, size > 0 || codec.scheme.member?.zero != .meansVersion0
    else { return false }
    return (call?.unmodelled ?? [:]).contains { name, bits in
      guard let field = history.layout.field(name) else { return false }
      return field.range.contains { index in
        index >= size && index < sample.count
          && sample[index] & UInt8(truncatingIfNeeded: bits >> UInt64(8 * (index - field.offset))) != 0
      }
    }
  }
}
