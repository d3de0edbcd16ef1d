import BootLab
import Glibc
import KernelInterfaces
import Sweeping
import UAPICatalog

// Asks the running kernel, as a guest's program or by itself:
//
//     SweepProgram sweep [--seed N] [--random N] [--release R] [--json] [INTERFACE]...
//         every interface's cases; a report
//     SweepProgram draw [--seed N] [--count N] KERNEL...
//         flips for these kernels, a line each: kernel, `release` or `policy`, which, interface
//     SweepProgram flip [--seed N] [--release R] [--policy NAME] INTERFACE
//         whether this kernel disagrees with that release, or with its own when the policy is turned
//
// Exit status: 0 all agree, or the flip is noticed; 1 there are differences, or it is not noticed; 2 something stood in
// the way; 3 the flip cannot be put to this kernel.

Guest.takeOverIfBooted()

/// Writes a line to standard error.
func complain(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  // Sound: the pointer lives inside the call only.
  _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
}

func sweep(_ arguments: Arguments) throws -> Int32 {
  let sweeper = Sweeper(
    release: try arguments.release(), seed: try arguments.integer("--seed", default: 1),
    random: Int(try arguments.integer("--random", default: 400)))
  var report = SweepReport(sweeper)
  for interface in try arguments.interfaces() {
    // Whoever waits for a guest takes silence for its end.
    complain(interface.name)
    report.sweeps.append(try sweeper.sweep(interface))
  }
  print(arguments.wantsJSON ? report.json : report.text)
  return report.holds ? 0 : 1
}

func draw(_ arguments: Arguments) throws -> Int32 {
  let kernels = try arguments.names.map(Arguments.release)
  let flips = Flip.drawn(
    from: try Flip.all(of: Catalog.interfaces(), on: kernels),
    count: Int(try arguments.integer("--count", default: 10)),
    seed: try arguments.integer("--seed", default: 1))
  for flip in flips { print(flip.line) }
  return 0
}

func flip(_ arguments: Arguments) throws -> Int32 {
  guard let interface = try arguments.interfaces().first, arguments.names.count == 1 else {
    throw Wrong("flip takes one interface")
  }
  let policy = try arguments.text("--policy").map { name in
    guard let found = PolicyFlip.all.first(where: { $0.name == name }) else {
      throw Wrong("no policy is turned by '\(name)'")
    }
    return found
  }
  let notice = try Notice(
    interface, release: arguments.release(), policy, seed: arguments.integer("--seed", default: 1))
  print(notice.words)
  return notice.skipped != nil ? 3 : notice.isNoticed ? 0 : 1
}

do {
  let given = CommandLine.arguments.dropFirst()
  let arguments = try Arguments(given.dropFirst())
  switch given.first {
  case "sweep": exit(try sweep(arguments))
  case "draw": exit(try draw(arguments))
  case "flip": exit(try flip(arguments))
  default: throw Wrong("the first argument is sweep, draw or flip")
  }
} catch {
  complain("SweepProgram: \(error)")
  exit(2)
}
