import ExtensibleStructs
package import KernelInterfaces

/// A call that is being put together: the one that the kernel takes, to which changes are made.
package struct Draft: Sendable {
  let subject: Subject
  /// The struct, or the array, from the pointer on.
  var bytes: [UInt8]
  /// The size in bytes or the number of elements, wherever it travels.
  var usize: UInt64
  /// The flags argument.
  var flags: UInt64 = 0
  /// How many bytes are mapped; those of the struct if nil.
  var mapped: Int?
  /// How many at the beginning are not.
  var unmappedHead = 0
  /// Whether the kernel may write.
  var isWritable = true
  /// What kind of pointer it is.
  var pointer = KernelCall.Pointer.valid

  /// The most bytes that are laid out for a size: enough for a step beyond any maximum that a kernel has.
  static let room = 3 * 4096

  init(_ subject: Subject) {
    self.subject = subject
    bytes = subject.sample
    usize = subject.isArray ? 1 : UInt64(subject.ksize)
    // Whatever a kernel does not write has to be seen to be as it was.
    if subject.held != nil { fill() }
  }

  /// Puts something into the members that a kernel writes, but for those that it reads.
  private mutating func fill() {
    for part in subject.parts where !part.isSize && !part.isFlags && part.offset < bytes.count {
      bytes.set(0xa5a5_a5a5_a5a5_a5a5, at: part.offset, width: part.width)
    }
  }

  /// Says this size, and lays out as many bytes, as far as there is room; behind the struct they are zero.
  mutating func resize(to size: UInt64) {
    usize = size
    let wanted = Int(clamping: size)
    guard subject.isArray else { return lay(out: min(wanted, Draft.room)) }
    let count = min(wanted, Draft.room / subject.ksize)
    let element = Array(bytes.prefix(subject.ksize))
    bytes = Array((0..<count).map { _ in element }.joined())
  }

  /// Cuts the struct off after so many bytes, or puts zeros behind it.
  mutating func lay(out count: Int) {
    bytes = Array(bytes.prefix(count)) + Array(repeating: 0, count: max(0, count - bytes.count))
  }

  /// Puts a value at an offset. A struct that ends before becomes longer, and its size with it.
  mutating func set(_ value: UInt64, at offset: Int, width: Int) {
    let end = offset + width
    if end > bytes.count { subject.isArray ? lay(out: end) : resize(to: UInt64(end)) }
    bytes.set(value, at: offset, width: width)
  }

  /// The call.
  package var call: KernelCall {
    var bytes = bytes
    // What must not change is there as well where the size says less than the memory holds.
    if let mapped, mapped > bytes.count {
      bytes += subject.sample.dropFirst(bytes.count).prefix(mapped - bytes.count)
    }
    for part in subject.parts { finish(part, in: &bytes) }
    let shape = subject.interface.call
    // Real memory whose beginning is missing goes on to the end of its page, and can be written.
    let isWhole = unmappedHead == 0
    return KernelCall(
      subject.interface,
      memory: KernelCall.Memory(
        bytes, mapped: isWhole ? mapped : nil, unmappedHead: min(unmappedHead, bytes.count),
        isWritable: isWhole ? isWritable : true),
      pointer: pointer, usize: subject.source.isOutside ? usize : nil,
      flags: flags & ~(shape?.unmodelledFlags ?? 0), kernelStruct: subject.held)
  }

  /// Puts the size where it is a member, and what must not be changed back.
  private func finish(_ part: Subject.Part, in bytes: inout [UInt8]) {
    let whole = subject.value(of: part)
    for base in subject.isArray ? Array(stride(from: 0, to: bytes.count, by: subject.ksize)) : [0] {
      if part.isSize {
        bytes.set(usize, at: base + part.offset, width: part.width)
      } else if part.frozen != 0 {
        let value = bytes.value(at: base + part.offset, width: part.width)
        bytes.set(
          value & ~part.frozen | whole & part.frozen, at: base + part.offset, width: part.width)
      }
    }
  }
}
