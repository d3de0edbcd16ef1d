import Callers
import ExtensibleStructs
import KernelInterfaces
import SimulatedKernel

/// Runs the cells of one struct under one scheme on the simulated kernel.
struct MatrixRun: Sendable {
  let interface: Interface
  let codecs: [Codec]
  let structs: UserStructs
  let judge: Judge
  /// What lies behind a user's struct where memory goes on: more than any kernel here reads.
  private let garbage: [UInt8]

  init(_ interface: Interface, samples: SampleValues) throws(InterfaceError) {
    self.interface = interface
    var codecs: [Codec] = []
    for version in interface.history.versions.indices {
      codecs.append(try Codec(interface, version: version))
    }
    self.codecs = codecs
    garbage = [UInt8](repeating: garbageByte, count: codecs[codecs.count - 1].size)
    structs = UserStructs(interface, samples: samples)
    judge = Judge(interface.history)
  }

  /// Every user against every kernel.
  func table(_ sets: FeatureSets, progress: () -> Void) -> Matrix.Table {
    var cells: [Matrix.Cell] = []
    for version in codecs.indices {
      for features in sets.subsets(of: version) {
        for habit in Matrix.Habit.allCases {
          let caller = Matrix.User(version: version, features: features, habit: habit)
          if structs.exists(caller.program) { append(caller, to: &cells) }
        }
        progress()
      }
    }
    return Matrix.Table(cells: cells, run: self)
  }

  /// One user against every kernel; with and without mapped bytes behind the struct, where that shows.
  private func append(_ caller: Matrix.User, to cells: inout [Matrix.Cell]) {
    let user = structs.bytes(caller.program, codecs[caller.version])
    let memory = memory(of: user, tailMapped: true)
    for kernel in codecs.indices {
      let (mapped, reach) = run(caller, user, memory, on: kernel, tailMapped: true)
      guard reach > user.count else {
        cells.append(Matrix.Cell(user: caller, kernel: kernel, judgement: mapped))
        continue
      }
      let (unmapped, _) = run(
        caller, user, self.memory(of: user, tailMapped: false), on: kernel, tailMapped: false)
      cells.append(Matrix.Cell(user: caller, kernel: kernel, tailMapped: false, judgement: unmapped))
      cells.append(Matrix.Cell(user: caller, kernel: kernel, tailMapped: true, judgement: mapped))
    }
  }

  private func run(
    _ caller: Matrix.User, _ user: [UInt8], _ memory: PagedMemory, on kernel: Int, tailMapped: Bool
  ) -> (Matrix.Judgement, reach: Int) {
    let call = simulate(user, memory, on: kernel)
    let judgement = judge.judge(
      caller, user: user, kernel: codecs[kernel], result: call.result, seen: call.seen,
      reach: call.memory.fetchReach)
    return (
      kernel == caller.version ? own(judgement, of: caller, tailMapped: tailMapped) : judgement,
      call.memory.reach
    )
  }

  /// The memory of a user: its struct, and garbage behind it where memory goes on.
  func memory(of user: [UInt8], tailMapped: Bool) -> PagedMemory {
    let bytes = tailMapped ? user + garbage : user
    var memory = PagedMemory(bytes, pages: [.init(0..<bytes.count)])
    memory.isRecording = false
    return memory
  }

  /// Hands a user's struct, which begins in this memory, to a kernel of version `kernel`.
  func simulate(
    _ user: [UInt8], _ memory: PagedMemory, on kernel: Int
  ) -> (result: Result<Received, Rejection>, seen: [UInt8], memory: PagedMemory) {
    let codec = codecs[kernel]
    var memory = memory
    var seen = [UInt8](repeating: 0, count: codec.size)
    // An array travels with the number of its elements: a caller's struct is one.
    let usize = codec.scheme.size.source == .elements ? 1 : UInt64(user.count)
    do throws(Rejection) {
      let received = try SimulatedKernel.take(codec, from: &memory, usize: usize, into: &seen)
      return (.success(received), seen, memory)
    } catch { return (.failure(error), seen, memory) }
  }
}
