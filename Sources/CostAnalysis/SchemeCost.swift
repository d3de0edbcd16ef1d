public import ExtensibleStructs
public import KernelInterfaces
import SimulatedKernel

/// What one scheme costs a struct: of the newest user's call on the newest kernel, every extension set.
public struct SchemeCost: Hashable, Sendable {
  /// The scheme's name.
  public let scheme: String
  /// Bytes that the user lays out for each call.
  public let bytes: Int
  /// Of these, the ones that carry no meaning: pad, reserved words. A size member counts as used.
  public let unused: Int
  /// The pad behind the first version's bytes, those that extensions have taken of it included; nil if there is none.
  public let pad: Int?
  /// How often the kernel reads user memory.
  public let fetches: Int
  /// How many bytes it fetches, those that it fetches twice counted twice.
  public let fetched: Int
  /// What a new user pays on the oldest kernel: the bytes of the tail that is looked at; 0 if none is.
  public let tail: Int

  /// Nanoseconds in the kernel beside the call itself.
  public func kernelTime(_ model: CostModel) -> Double {
    model.fetch * Double(fetches) + model.copiedByte * Double(fetched)
  }

  /// Nanoseconds of the tail, where the kernel is the oldest one.
  public func tailTime(_ model: CostModel) -> Double {
    tail == 0 ? 0 : model.tailEntry + model.checkedByte * Double(tail)
  }

  /// Finds out by making the calls on the simulated kernel.
  ///
  /// - Throws: ``InterfaceError`` if the scheme does not fit the history.
  public init(_ history: History, _ scheme: Scheme) throws(InterfaceError) {
    try self.init(Interface(prototype: history, scheme))
  }

  init(_ interface: Interface) throws(InterfaceError) {
    let scheme = interface.newest.scheme
    let codec = try Codec(interface)
    let value = codec.meaningEverything
    let call = KernelCall(interface, memory: KernelCall.Memory(value), usize: UInt64(codec.size))
    let accesses = SimulatedKernel.answer(call, by: codec).accesses.filter(\.primitive.isFetch)
    let meaningful = interface.history.layout.fields.filter {
      !$0.isReserved && $0.range.upperBound <= codec.known
    }
    self.scheme = scheme.name
    bytes = codec.size
    unused = codec.size - meaningful.reduce(0) { $0 + $1.size }
    pad = scheme.capacity == .exact ? nil : codec.size - interface.history.versions[0].size
    fetches = accesses.count
    fetched = accesses.reduce(0) { $0 + $1.count }
    let old = try Codec(interface, version: 0)
    let tailCall = SimulatedKernel.answer(
      KernelCall(
        interface, memory: KernelCall.Memory(SchemeCost.plain(value, codec)), usize: UInt64(codec.size)),
      by: old
    )
    tail = tailCall.accesses.filter { $0.primitive == .checkZeroedUser }.reduce(0) { $0 + $1.count }
  }

  /// The same struct with no extension set: what a new user sends when it needs none.
  private static func plain(_ value: [UInt8], _ codec: Codec) -> [UInt8] {
    var value = value
    for index in 0..<codec.flags.width { value[codec.flags.offset + index] = 0 }
    return value
  }
}

extension History {
  /// A struct of a `base` of this many bytes and `count` extensions of `step` bytes, each behind a flag.
  ///
  /// - Throws: ``DeclarationError`` for what cannot be declared, such as a step that is no multiple of 8.
  public static func grown(_ count: Int, base: Int = 32, step: Int = 16) throws(DeclarationError) -> History {
    var fields = [Field("slot", offset: 0, size: 4), Field("flags", offset: 4, size: 4)]
    fields += stride(from: 8, to: base, by: 8).map { Field("base\($0)", offset: $0, size: 8) }
    var versions = [Version("VER0", size: base)]
    for index in 0..<count {
      let start = base + index * step
      fields += stride(from: start, to: start + step, by: 8).map { Field("new\($0)", offset: $0, size: 8) }
      versions.append(Version("VER\(index + 1)", size: start + step, gate: 1 << UInt64(index + 2)))
    }
    return try History(
      Layout("grown", fields: fields), versions: versions, flags: FlagsField(fields[1], known: 0b11))
  }
}
