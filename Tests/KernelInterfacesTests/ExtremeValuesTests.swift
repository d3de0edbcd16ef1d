import ExtensibleStructs
import KernelInterfaces
import Testing

/// Numbers that no release, size or call has, and some that one may have.
private let numbers: [Int] = [.min, -1, 0, 1, 6, 8, 4096, 1 << 20, 1 << 40, .max]

/// Each test would end the process if a number trapped, and exhaust memory if one was allocated.
@Suite("Numbers that no interface has")
struct ExtremeValuesTests {
  private static let releases = numbers.flatMap { major in
    numbers.map { Release(major, $0, $0 > 8 ? $0 : nil, vendor: $0 < 0 ? "v" : nil) }
  }

  @Test func `of releases and their ranges`() throws {
    let history = try History(Parcel.self)
    for release in Self.releases {
      #expect(!"\(release)".isEmpty && !(release < release) && release.isSameLine(as: release))
      for other in Self.releases.prefix(20) {
        let range = ReleaseRange(since: release, backports: [other], until: other, endedEarly: [release])
        #expect(!"\(range)".isEmpty)
        _ = (range.contains(release), range.contains(other))
      }
      let fact = Fact(since: release, .call(version: 0, .newIoctl), .assumed("a test"))
      let interface = try? Interface("parcel", history: history, through: release, facts: [fact])
      for asked in Self.releases.prefix(20) { _ = interface?.status(in: asked) }
    }
  }

  @Test func `of call shapes`() throws {
    let history = try History(Parcel.self)
    func isTaken(_ shape: CallShape, _ scheme: Scheme = .unversioned) -> Bool {
      (try? Interface(prototype: history, scheme, call: shape)) != nil
    }
    for number in numbers {
      let ioctl = CallShape.Entry.ioctl(on: .thisProcess, type: .max, number: .max, size: number)
      #expect(isTaken(CallShape(ioctl)) == (0..<1 << 14 ~= number))
      #expect((IoctlNumber(type: 0, number: 0, size: number) != nil) == (0..<1 << 14 ~= number))
      let call = CallShape.Entry.systemCall(SystemCallNumber(x86_64: number, arm64: number, i386: number))
      let pointer = CallShape.Argument("arg", .pointer, .structure)
      let room = CallShape.Argument("room", .pointer, .value(.room(number)))
      #expect(isTaken(CallShape(call, [pointer, room])) == (0...1 << 20 ~= number))
      let word = CallShape.Argument("word", .pointer, .sizeWord(bytes: number))
      let behind = Scheme("word", size: .pointer(tooSmall: .E2BIG)).handingOut()
      #expect(isTaken(CallShape(call, [pointer, word]), behind) == (1...8 ~= number))
    }
    for usize in [0, 16384, 1 << 63, UInt64.max] {
      let ioctl = CallShape.Ioctl(file: .thisProcess, type: 1, number: 1)
      #expect((ioctl.command(usize: usize) != nil) == (usize < 16384))
    }
  }

  @Test func `of a call's memory`() {
    for number in numbers where !(1 << 21...KernelCall.Memory.longest ~= number) {
      // What is longer than the longest is cut, and not laid out here.
      let memory = KernelCall.Memory([1, 2], mapped: min(number, 1 << 20), unmappedHead: number)
      #expect(memory.content.count == min(max(0, number), 1 << 20))
    }
  }
}
