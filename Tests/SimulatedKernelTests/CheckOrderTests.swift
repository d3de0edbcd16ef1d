import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel
import Testing

/// A struct of 16 bytes, then 24, with a size member in front.
private func interface(_ scheme: Scheme) throws -> Interface {
  let fields = [
    Field("size", offset: 0, size: 4), Field("flags", offset: 4, size: 4), Field("a", offset: 8, size: 8),
    Field("b", offset: 16, size: 8),
  ]
  let history = try History(
    Layout("s", fields: fields), versions: [Version("VER0", size: 16), Version("VER1", size: 24, gate: 4)],
    flags: FlagsField(fields[1], known: 1), sizeMember: fields[0])
  return try Interface(prototype: history, scheme)
}

/// `size`, `flags`, and bytes that are all set; zero behind byte 24.
private func user(size: UInt8, flags: UInt8 = 0, count: Int) -> [UInt8] {
  let head = [size, 0, 0, 0, flags, 0, 0, 0] + [UInt8](repeating: 9, count: 16)
  return Array((head + [UInt8](repeating: 0, count: 8)).prefix(count))
}

@Suite("The order of a kernel's checks and accesses")
struct CheckOrderTests {
  /// A call, and what the kernel must do: nothing more, nothing else, in this order.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var scheme: Scheme
    var bytes: [UInt8]
    var usize: UInt64?
    var errno: LinuxErrno?
    var accesses: [Access]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "size prefixed, exact", scheme: .sizePrefixed, bytes: user(size: 24, count: 24),
      errno: nil,
      accesses: [.init(.getUser, offset: 0, count: 4), .init(.copyFromUser, offset: 0, count: 24)]),
    Case(
      testDescription: "size prefixed, shorter", scheme: .sizePrefixed, bytes: user(size: 17, count: 17),
      errno: nil,
      accesses: [.init(.getUser, offset: 0, count: 4), .init(.copyFromUser, offset: 0, count: 17)]),
    Case(
      testDescription: "size prefixed, longer", scheme: .sizePrefixed, bytes: user(size: 32, count: 32),
      errno: nil,
      accesses: [
        .init(.getUser, offset: 0, count: 4), .init(.checkZeroedUser, offset: 24, count: 8),
        .init(.copyFromUser, offset: 0, count: 24),
      ]),
    Case(
      testDescription: "size prefixed, a tail, and no head", scheme: .sizePrefixed,
      bytes: [28, 0, 0, 0], usize: nil, errno: .EFAULT,
      accesses: [.init(.getUser, offset: 0, count: 4), .init(.checkZeroedUser, offset: 24, count: 4)]),
    Case(
      testDescription: "size prefixed, set tail", scheme: .sizePrefixed,
      bytes: user(size: 25, count: 24) + [1], errno: .E2BIG,
      accesses: [
        .init(.getUser, offset: 0, count: 4), .init(.checkZeroedUser, offset: 24, count: 1),
        .init(.putUser, offset: 0, count: 4),
      ]),
    Case(
      testDescription: "size prefixed, too short", scheme: .sizePrefixed, bytes: user(size: 15, count: 24),
      errno: .E2BIG, accesses: [.init(.getUser, offset: 0, count: 4), .init(.putUser, offset: 0, count: 4)]),
    Case(
      testDescription: "flag first, closed", scheme: .flagFirst, bytes: user(size: 0, flags: 1, count: 16),
      errno: nil,
      accesses: [.init(.getUser, offset: 4, count: 4), .init(.copyFromUser, offset: 0, count: 16)]),
    Case(
      testDescription: "flag first, open", scheme: .flagFirst, bytes: user(size: 0, flags: 4, count: 24),
      errno: nil,
      accesses: [.init(.getUser, offset: 4, count: 4), .init(.copyFromUser, offset: 0, count: 24)]),
    Case(
      testDescription: "flag first, unknown", scheme: .flagFirst, bytes: user(size: 0, flags: 8, count: 16),
      errno: .EINVAL,
      accesses: [.init(.getUser, offset: 4, count: 4), .init(.copyFromUser, offset: 0, count: 16)]),
    Case(
      testDescription: "size and flag first", scheme: .sizeAndFlagFirst,
      bytes: user(size: 24, flags: 4, count: 24), errno: nil,
      accesses: [.init(.copyFromUser, offset: 0, count: 16), .init(.copyFromUser, offset: 0, count: 24)]),
    Case(
      testDescription: "static pad", scheme: .staticPad(to: 32), bytes: user(size: 0, count: 32), usize: 32,
      errno: nil, accesses: [.init(.copyFromUser, offset: 0, count: 32)]),
    Case(
      testDescription: "static pad, another size", scheme: .staticPad(to: 32),
      bytes: user(size: 0, count: 32),
      usize: 24, errno: .ENOTTY, accesses: []),
    Case(
      testDescription: "the old ioctl", scheme: .newIoctl, bytes: user(size: 0, count: 16), usize: 16,
      errno: nil, accesses: [.init(.copyFromUser, offset: 0, count: 16)]),
    Case(
      testDescription: "an argument of a page and a byte", scheme: .sizeArgument, bytes: [], usize: 4097,
      errno: .E2BIG, accesses: []),
    Case(
      testDescription: "an argument below the first version", scheme: .sizeArgument, bytes: [], usize: 15,
      errno: .EINVAL, accesses: []),
  ]

  @Test(arguments: cases)
  func `is exactly this`(_ example: Case) throws {
    let call = KernelCall(
      try interface(example.scheme), memory: KernelCall.Memory(example.bytes), usize: example.usize)
    let outcome = try SimulatedKernel().answer(call)
    #expect(outcome.errno == example.errno)
    #expect(outcome.accesses == example.accesses)
    #expect((outcome.kernelStruct == nil) == (example.errno != nil))
    #expect((outcome.received == nil) == (example.errno != nil) && outcome.rejection?.errno == example.errno)
  }

  @Test func `a set tail beats a head that is not there`() throws {
    // Bytes 8 to 16 are unmapped; the tail is mapped, and set or not.
    for (tail, errno) in [(1, LinuxErrno.E2BIG), (0, .EFAULT)] as [(UInt8, LinuxErrno)] {
      var memory = PagedMemory(
        user(size: 28, count: 24) + [0, tail, 0, 0], pages: [.init(0..<8), .init(16..<28)])
      var kernel = [UInt8](repeating: 0, count: 24)
      let codec = try Codec(interface(.sizeArgument))
      var rejection: Rejection?
      do throws(Rejection) {
        _ = try SimulatedKernel.take(codec, from: &memory, usize: 28, into: &kernel)
      } catch {
        rejection = error
      }
      #expect(rejection?.errno == errno && rejection?.offset == (tail == 1 ? 25 : 8))
    }
  }

  @Test func `out: the tail is cleared, then the head copied`() throws {
    let interface = try interface(.sizeArgument.handingOut())
    let held = [UInt8](repeating: 7, count: 24)
    let call = KernelCall(
      interface, memory: KernelCall.Memory([UInt8](repeating: 0xee, count: 26)), usize: 26, kernelStruct: held
    )
    let outcome = try SimulatedKernel().answer(call)
    #expect(outcome.memory == held + [0, 0])
    #expect(
      outcome.accesses == [.init(.clearUser, offset: 24, count: 2), .init(.copyToUser, offset: 0, count: 24)])
    #expect(outcome.errno == nil && outcome.kernelStruct == nil)
    // A kernel's struct that is shorter than the codec's is followed by zeros.
    let short = try SimulatedKernel().answer(
      KernelCall(interface, memory: KernelCall.Memory([], mapped: 24), kernelStruct: [5]))
    #expect(short.memory == [5] + [UInt8](repeating: 0, count: 23))
  }
}
