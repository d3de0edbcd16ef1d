// What a program that calls extensible interfaces does with the library's public API alone: it ends with status 1 at the
// first answer that is not as expected.
import ExtensibleStructs
import KernelInterfaces
import RunningKernel
import SimulatedKernel
import UAPICatalog
import UserSide

func expect(_ isRight: Bool, _ words: String) {
  guard !isRight else { return }
  print("caller: not as expected: \(words)")
  fatalError(words)
}

/// What a driver of one's own takes.
struct QueueSetup: ExtensibleStruct {
  var flags: UInt64 = 0
  var entries: UInt64 = 0
  var deadline: UInt64 = 0  // came later, behind flag bit 1
  static let history = Declaration(Self.self, "queue_setup", flags: \.flags, known: 0x1) {
    Published("VER0", through: \.entries)
    Published("VER1", through: \.deadline, gate: 0x2)
  }
}

// An interface of one's own, on a device that is not there: negotiated in tests, with kernels of both versions.
let queue = try InterfaceCaller<QueueSetup>(
  Interface(
    prototype: History(QueueSetup.self), .newIoctl,
    call: CallShape(.ioctl(on: .path("/dev/queue"), .write, type: 0x51, number: 1))))
var setup = QueueSetup(flags: 0x2, entries: 8, deadline: 100)
expect(try queue.negotiate(setup, on: SimulatedKernel(.version(1))).agreement.version == 1, "VER1 is taken")
do {
  _ = try queue.negotiate(setup, on: SimulatedKernel(.version(0)))
  expect(false, "VER0 does not know the deadline")
} catch let error as NegotiationError {
  expect("\(error)".contains("deadline (bytes 16-23) would be dropped"), "\(error)")
}
let less = try queue.negotiate(setup, dropping: [.member("deadline")], on: SimulatedKernel(.version(0)))
expect(less.agreement.dropped.map(\.description) == ["deadline (bytes 16-23)"], "the deadline is dropped")
setup = QueueSetup(flags: 0, entries: 8)
expect(try queue.negotiate(setup, on: SimulatedKernel(.version(0))).agreement.version == 0, "VER0 is taken")

// The catalog's: the kernel underneath, and old ones.
let openat2 = try InterfaceCaller<OpenHow>(Catalog.openat2())
var how = OpenHow()
how.resolve = 0x08  // RESOLVE_BENEATH
let outside = try openat2.call(how, ["dfd": -100, "filename": .string("/etc")], on: RunningKernel())
expect(
  outside.errno == .EXDEV || outside.errno == .ENOSYS, "EXDEV, not \(outside.errno as Any)")
how.resolve = 0
let file = try openat2.negotiate(how, ["filename": .string("/")], on: RunningKernel())
expect(file.result.descriptor.map { $0.rawValue >= 0 } == true, "a descriptor")

let landlock = try InterfaceCaller<LandlockRulesetAttr>(Catalog.landlockCreateRuleset())
let old = try landlock.capabilities(on: SimulatedKernel(.release(Release(6, 7))))
expect(old.map(\.answer) == [4], "the ABI of 6.7 is 4")

// One's own kernel, for what no simulation does.
struct Interrupted: CallableKernel {
  var name: String { "interrupted" }
  func answer(_ call: KernelCall) -> KernelCall.Outcome {
    KernelCall.Outcome(errno: .EINTR, memory: call.memory.content)
  }
}
do {
  _ = try openat2.negotiate(how, ["filename": .string("/")], on: Interrupted())
  expect(false, "EINTR is an answer")
} catch let error as NegotiationError { expect(error.errno == .EINTR, "\(error)") }
print("caller: every answer is as expected")
