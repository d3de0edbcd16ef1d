import ExtensibleStructs
import KernelInterfaces
import Testing

/// How a call travels, as data.
struct CallShapeTests {
  private struct Request: ExtensibleStruct {
    var flags: UInt32 = 0
    var length: UInt32 = 0
    static let history = Declaration(Self.self, "request", flags: \.flags) {
      Published("VER0", through: \.length)
    }
  }

  private static let pointer = CallShape.Argument("arg", .pointer, .structure)
  private static let systemCall = CallShape.Entry.systemCall(.everywhere(500))
  private static let ioctl = CallShape.Entry.ioctl(on: .path("/dev/null"), type: 1, number: 2)

  private func mismatch(_ scheme: Scheme, _ shape: CallShape) throws -> CallShape.Mismatch? {
    let history = try History(Request.self)
    do {
      _ = try Interface(prototype: history, scheme, call: shape)
      return nil
    } catch {
      guard case .callShape(let mismatch) = error.cause else { throw error }
      #expect(error.description.hasPrefix("request: its call shape does not fit: "))
      return mismatch
    }
  }

  @Test func `an interface refuses a call that does not carry what its scheme judges`() throws {
    let (pointer, call) = (Self.pointer, Self.systemCall)
    let size = CallShape.Argument("size", .size, .size)
    let judged = Scheme.unversioned.with { $0.flagsArgument = .rejectedFirst(known: 0, .EINVAL) }
    let word = Scheme("word", size: .pointer(tooSmall: .E2BIG), direction: .handsOut(Scheme.Output()))
    func argument(_ role: CallShape.Role) -> CallShape.Argument { .init("other", .pointer, role) }

    #expect(try mismatch(.sizeArgument, CallShape(call, [pointer])) == .noSize("size-argument"))
    #expect(try mismatch(.sizeArgument, CallShape(call, [pointer, size])) == nil)
    #expect(try mismatch(.newIoctl, CallShape(call, [pointer])) == .noIoctl("new-ioctl"))
    #expect(try mismatch(.newIoctl, CallShape(Self.ioctl)) == nil)
    #expect(try mismatch(.sizeArgument, CallShape(Self.ioctl)) == .noSize("size-argument"))
    #expect(try mismatch(judged, CallShape(call, [pointer])) == .noFlags("unversioned"))
    #expect(try mismatch(judged, CallShape(call, [pointer, argument(.flags())])) == nil)
    #expect(try mismatch(word, CallShape(call, [pointer, size])) == .noSizeWord("word"))
    #expect(
      try mismatch(word, CallShape(call, [pointer, argument(.sizeWord(bytes: 9))])) == .noSizeWord("word"))
    #expect(try mismatch(word, CallShape(call, [pointer, argument(.sizeWord(bytes: 4))])) == nil)
  }

  @Test func `an interface refuses a call that no kernel could be given`() throws {
    let (pointer, call) = (Self.pointer, Self.systemCall)
    let zero = CallShape.Argument("zero", .int, .value(0))
    #expect(try mismatch(.unversioned, CallShape(call)) == .pointers(0))
    #expect(try mismatch(.unversioned, CallShape(call, [pointer, pointer])) == .pointers(2))
    let six = [pointer] + Array(repeating: zero, count: 5)
    #expect(try mismatch(.unversioned, CallShape(call, six)) == nil)
    #expect(try mismatch(.unversioned, CallShape(call, six + [zero])) == .tooManyArguments(7))
    for size in [-1, 16384] {
      let entry = CallShape.Entry.ioctl(on: .thisProcess, type: 1, number: 2, size: size)
      #expect(try mismatch(.unversioned, CallShape(entry)) == .tooLongForCommand(size))
    }
    let sampled = CallShape(call, [pointer], samples: ["flags": 0, "lenght": 1])
    #expect(try mismatch(.unversioned, sampled) == .noSuchMember("lenght"))
    let left = CallShape(call, [pointer], unmodelled: ["flag": .max])
    #expect(try mismatch(.unversioned, left) == .noSuchMember("flag"))
  }

  @Test func `the places of pointer, size and flags are known`() {
    let shape = CallShape(
      Self.systemCall,
      [
        .init("zero", .int, .value(0)), .init("flags", .unsignedInt, .flags()), Self.pointer,
        .init("size", .size, .size),
      ])
    #expect(shape.pointerIndex == 2)
    #expect(shape.sizeIndex == 3)
    #expect(shape.flagsIndex == 1)
    #expect(shape.sizeWordIndex == nil)
    #expect(CallShape(Self.ioctl).pointerIndex == 2)
    #expect(shape.with("zero", -1).arguments[0].role == .value(.constant(.max)))
    #expect(shape.with("nobody", -1) == shape)
  }

  @Test func `an ioctl number holds the user's size, or its own`() {
    let ioctl = CallShape.Ioctl(file: .thisProcess, direction: .write, type: 0xae, number: 0x46, size: 32)
    #expect(ioctl.command(usize: nil)?.rawValue == 0x4020_ae46)
    #expect(ioctl.command(usize: 160)?.rawValue == 0x40a0_ae46)
    #expect(ioctl.command(usize: 16384) == nil)
    #expect(ioctl.command(usize: .max) == nil)
  }

  @Test func `what cannot be made says what it needs, wherever it is`() {
    let missing = CallShape.File.unavailable("it needs a card")
    #expect(CallShape(.ioctl(on: missing, type: 1, number: 2)).unavailable == "it needs a card")
    #expect(CallShape(Self.ioctl, samples: ["fd": .file(missing)]).unavailable == "it needs a card")
    #expect(CallShape(Self.ioctl).unavailable == nil)
  }

  @Test(arguments: [
    (CallShape.CType.unsignedInt, UInt64(0x1_0000_0030), UInt64(0x30)),
    (.int, 0xffff_ffff_8000_0000, 0x8000_0000), (.size, 0x1_0000_0030, 0x1_0000_0030),
    (.unsignedLong, .max, .max), (.pointer, .max, .max), (.unsignedInt, .max, 0xffff_ffff),
  ])
  func `arguments are cut to their width`(type: CallShape.CType, value: UInt64, expected: UInt64) throws {
    let shape = CallShape(
      Self.systemCall, [Self.pointer, .init("size", type, .size), .init("flags", type, .flags())])
    #expect(shape.cutSize(value) == expected)
    #expect(shape.cutFlags(value) == expected)
    let interface = try Interface(prototype: History(Request.self), .sizeArgument, call: shape)
    let call = KernelCall(interface, memory: KernelCall.Memory([]), usize: value, flags: value)
    #expect(call.cutUsize == expected)
    #expect(call.cutFlags == expected)
  }

  @Test func `a word cuts the size to its own width, and nothing else does`() throws {
    let word = CallShape(Self.systemCall, [Self.pointer, .init("size", .pointer, .sizeWord(bytes: 4))])
    #expect(word.cutSize(0x1_0000_0008) == 8)
    let wide = CallShape(Self.systemCall, [Self.pointer, .init("size", .pointer, .sizeWord(bytes: 8))])
    #expect(wide.cutSize(.max) == .max)
    #expect(CallShape(Self.ioctl).cutSize(.max) == .max)
    let bare = KernelCall(
      try Interface(prototype: History(Request.self), .sizeArgument), memory: KernelCall.Memory([]))
    #expect(bare.cutUsize == nil)
  }
}
