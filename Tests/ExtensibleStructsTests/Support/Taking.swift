import ExtensibleStructs
import TestSupport
import Testing

/// What a kernel makes of memory, in the form that the naive kernels answer in.
///
/// The kernel's struct is full of garbage before, and has `slack` bytes behind its end that must stay as they are.
func take(_ codec: Codec, _ memory: inout TestMemory, usize: UInt64 = 0, slack: Int = 8) -> Verdict {
  var kernel = [UInt8](repeating: 0xaa, count: codec.size + slack)
  do throws(Rejection) {
    let received = try receive(codec, &memory, usize, &kernel)
    #expect(kernel.suffix(slack).allSatisfy { $0 == 0xaa }, "bytes behind the kernel's struct were written")
    return Verdict(
      errno: nil, kernel: Array(kernel.dropLast(slack)), usize: received.usize, flags: received.flags,
      memory: memory.cells)
  } catch {
    return Verdict(
      errno: error.errno.rawValue, check: "\(error.step)", at: error.offset, memory: memory.cells)
  }
}

/// The same for memory that need not be looked at afterwards.
func take(
  _ codec: Codec, _ bytes: [UInt8], mapped: Int? = nil, usize: UInt64 = 0, slack: Int = 8
) -> Verdict {
  var memory = TestMemory(bytes, mapped: mapped)
  return take(codec, &memory, usize: usize, slack: slack)
}

private func receive(
  _ codec: Codec, _ memory: inout TestMemory, _ usize: UInt64, _ kernel: inout [UInt8]
) throws(Rejection) -> Received {
  var span = kernel.mutableSpan
  var bytes = unsafe span.mutableBytes
  return try codec.receive(from: &memory, usize: usize, into: &bytes)
}

/// What a user's codec makes of a value, with garbage in the target before.
func encode(_ codec: Codec, _ value: [UInt8], room: Int? = nil) throws(Codec.EncodingError) -> [UInt8] {
  var target = [UInt8](repeating: 0xaa, count: room ?? codec.size)
  var span = target.mutableSpan
  var bytes = unsafe span.mutableBytes
  let count = try codec.encode(unsafe value.span.bytes, into: &bytes)
  #expect(count == codec.size)
  return target
}

/// A refusal, and the bytes that a kernel leaves as they were.
func expectRejected(
  _ verdict: Verdict, _ check: String, _ errno: Int32, at: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(verdict.check == check, sourceLocation: sourceLocation)
  #expect(verdict.errno == errno, sourceLocation: sourceLocation)
  #expect(verdict.at == at, sourceLocation: sourceLocation)
}

/// A struct taken in, byte for byte.
func expectTaken(
  _ verdict: Verdict, _ kernel: [UInt8], usize: Int, flags: UInt64,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(verdict.errno == nil, "\(verdict.check) at byte \(verdict.at)", sourceLocation: sourceLocation)
  #expect(hex(verdict.kernel) == hex(kernel), sourceLocation: sourceLocation)
  #expect(verdict.usize == usize, sourceLocation: sourceLocation)
  #expect(verdict.flags == flags, sourceLocation: sourceLocation)
}
