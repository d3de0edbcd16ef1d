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

  init(_ interface: Interface, samples: SampleValues) throws(InterfaceError) {
    self.interface = interface
    var codecs: [Codec] = []
    for version in interface.history.versions.indices {
      codecs.append(try Codec(interface, version: version))
    }
    self.codecs = codecs
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
    for kernel in codecs.indices {
      let (mapped, reach) = run(caller, user, on: kernel, tailMapped: true)
      guard reach > user.count else {
        cells.append(Matrix.Cell(user: caller, kernel: kernel, judgement: mapped))
        continue
      }
      let (unmapped, _) = run(caller, user, on: kernel, tailMapped: false)
      cells.append(Matrix.Cell(user: caller, kernel: kernel, tailMapped: false, judgement: unmapped))
      cells.append(Matrix.Cell(user: caller, kernel: kernel, tailMapped: true, judgement: mapped))
    }
  }

  /// How far behind the struct memory goes on where it is mapped: farther than any kernel here reads.
  private var neighbour: Int { codecs[codecs.count - 1].size }

  private func run(
    _ caller: Matrix.User, _ user: [UInt8], on kernel: Int, tailMapped: Bool
  ) -> (Matrix.Judgement, reach: Int) {
    let call = simulate(user, on: kernel, tailMapped: tailMapped)
    let judgement = judge.judge(
      caller, user: user, kernel: codecs[kernel], result: call.result, seen: call.seen,
      accesses: call.accesses)
    return (
      kernel == caller.version ? own(judgement, of: caller, tailMapped: tailMapped) : judgement,
      call.accesses.lazy.map { $0.offset + $0.count }.max() ?? 0
    )
  }

  /// Hands a user's struct to a kernel of version `kernel`.
  func simulate(
    _ user: [UInt8], on kernel: Int, tailMapped: Bool
  ) -> (result: Result<Received, Rejection>, seen: [UInt8], accesses: [Access]) {
    let codec = codecs[kernel]
    let bytes = tailMapped ? user + [UInt8](repeating: garbageByte, count: neighbour) : user
    var memory = PagedMemory(bytes, pages: [.init(0..<bytes.count)])
    var seen = [UInt8](repeating: 0, count: codec.size)
    // An array travels with the number of its elements: a caller's struct is one.
    let usize = codec.scheme.size.source == .elements ? 1 : UInt64(user.count)
    let result = Result { () throws(Rejection) in
      try SimulatedKernel.take(codec, from: &memory, usize: usize, into: &seen)
    }
    return (result, seen, memory.accesses)
  }
}
