public import ExtensibleStructs

/// A kernel of any release or any struct version, which answers calls and records how it touched memory.
public struct SimulatedKernel: Kernel, Sendable {
  /// What the kernel was built from.
  public enum Build: Hashable, Sendable {
    /// The newest edition of each interface that is known.
    case newest
    /// The edition that this release has; an interface that came later does not exist.
    case release(Release)
    /// The version with this index, under the newest edition's scheme.
    case version(Int)
  }

  /// What the kernel was built from.
  public var build: Build

  /// The size in bytes that it was compiled with, where that is to be another than the version's.
  public var ksize: Int?

  /// Builds a kernel.
  public init(_ build: Build = .newest, ksize: Int? = nil) {
    self.build = build
    self.ksize = ksize
  }

  /// `simulated`, and what it was built from.
  public var name: String {
    switch build {
    case .newest: "simulated"
    case .release(let release): "simulated \(release)"
    case .version(let index): "simulated version \(index)"
    }
  }

  /// The codec that this kernel was compiled with for `interface`, or nil if it does not have the call.
  ///
  /// - Throws: ``InterfaceError`` if there is no such version or size.
  public func codec(for interface: Interface) throws(InterfaceError) -> Codec? {
    switch build {
    case .newest: return try Codec(interface, size: ksize)
    case .version(let index): return try Codec(interface, version: index, size: ksize)
    case .release(let release):
      guard let edition = interface.edition(of: release) else { return nil }
      return try Codec(interface, edition: edition, size: ksize)
    }
  }

  /// Answers a call, whichever way its struct travels.
  ///
  /// - Throws: ``InterfaceError`` if there is no such version or size.
  public func answer(_ call: Call) throws(InterfaceError) -> Outcome {
    guard let codec = try codec(for: call.interface) else {
      return Outcome(
        rejection: Rejection(.absent, call.interface.absent, at: 0),
        memory: PagedMemory(call.memory, pointer: call.pointer))
    }
    return SimulatedKernel.answer(call, by: codec)
  }

  /// Answers a call as a kernel does that was compiled with `codec`. Arguments are cut to their C width first.
  public static func answer(_ call: Call, by codec: Codec) -> Outcome {
    var memory = PagedMemory(call.memory, pointer: call.pointer)
    let usize = call.cutUsize ?? (codec.scheme.size == .elements ? 1 : UInt64(codec.size))
    let flags = call.cutFlags
    var kernel = [UInt8](repeating: 0, count: codec.roomNeeded)
    do throws(Rejection) {
      if codec.scheme.size == .command, usize > Self.greatestCommandSize {
        throw Rejection(.dispatch, call.interface.absent, at: 0)
      }
      switch call.interface.direction {
      case .in:
        let received = try SimulatedKernel.take(
          codec, from: &memory, usize: usize, flags: flags, into: &kernel)
        if codec.scheme.size == .elements { kernel.removeLast(kernel.count - received.usize) }
        return Outcome(
          kernelStruct: kernel, memory: memory.bytes, accesses: memory.accesses, received: received)
      case .out:
        let held = (call.kernelStruct ?? []).prefix(codec.size)
        kernel.replaceSubrange(0..<held.count, with: held)
        try SimulatedKernel.give(codec, &kernel, to: &memory, usize: usize, flags: flags)
        return Outcome(memory: memory.bytes, usize: codec.needed, accesses: memory.accesses)
      }
    } catch {
      var outcome = Outcome(rejection: error, memory: memory)
      // The needed size is written before anything but the flags is judged.
      if let needed = codec.needed { outcome.usize = error.check == .outsideFlag ? usize : needed }
      return outcome
    }
  }

  /// The greatest size that an ioctl number holds, in 14 bits; a greater one makes no number that any kernel
  /// would know. The corresponding C constant is `_IOC_SIZEMASK`.
  static let greatestCommandSize: UInt64 = 1 << 14 - 1

  /// Takes a struct in, into an array of the codec's size.
  public static func take(
    _ codec: Codec, from memory: inout PagedMemory, usize: UInt64, flags: UInt64 = 0,
    into kernel: inout [UInt8]
  ) throws(Rejection) -> Received {
    var span = kernel.mutableSpan
    var target = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    return try codec.receive(from: &memory, usize: usize, flags: flags, into: &target)
  }

  /// Hands a struct out, from an array of the codec's size.
  @discardableResult
  public static func give(
    _ codec: Codec, _ kernel: inout [UInt8], to memory: inout PagedMemory, usize: UInt64,
    flags: UInt64 = 0
  ) throws(Rejection) -> HandedOut {
    var span = kernel.mutableSpan
    var source = unsafe span.mutableBytes  // Bytes have no padding that could be left unset.
    return try codec.handOut(&source, to: &memory, usize: usize, flags: flags)
  }
}

extension Codec {
  /// What the kernel writes to the word that a second pointer leads to, where the size travels so.
  var needed: UInt64? { scheme.size == .pointer ? UInt64(size) : nil }
}

extension Outcome {
  init(rejection: Rejection, memory: PagedMemory) {
    self.init(
      errno: rejection.errno, memory: memory.bytes, accesses: memory.accesses, rejection: rejection)
  }
}
