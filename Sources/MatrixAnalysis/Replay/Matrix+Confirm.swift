import Callers
import ExtensibleStructs
import KernelInterfaces

extension Matrix {
  /// How many cells the running kernel confirmed, contradicted, or could not be asked about.
  public struct Confirmations: Hashable, Sendable {
    /// Cells with the same answer and effect.
    public var confirmed = 0
    /// Cells with another one.
    public var contradicted = 0
    /// Cells that the running kernel cannot express.
    public var notExpressible = 0
  }

  /// Puts every cell that the running kernel can express to it, and notes what it answered.
  ///
  /// - Parameters:
  ///   - replay: for this struct; the matrix must have been made with its samples.
  ///   - kernel: the running kernel's name.
  /// - Throws: if a call could not be made at all.
  public mutating func confirm(by replay: any Matrix.Replay, on kernel: String) throws {
    self.replay = kernel
    for index in tables.indices {
      let table = tables[index]
      guard let version = replay.version(under: table.scheme) else { continue }
      for cell in table.cells.indices where table.cells[cell].kernel == version {
        // What lies behind the struct cannot be had both ways on a kernel that never reads it.
        guard table.cells[cell].tailMapped != true else { continue }
        let (confirmation, note) = try table.run.confirm(table.cells[cell], by: replay)
        tables[index].cells[cell].confirmation = confirmation
        if let note { notes.insert(note) }
      }
    }
  }

  /// The cells by what the running kernel said of them.
  public var confirmations: Confirmations {
    tables.reduce(into: Confirmations()) { $0.add($1.confirmations) }
  }
}

extension Matrix.Table {
  /// The cells by what the running kernel said of them.
  public var confirmations: Matrix.Confirmations {
    cells.reduce(into: Matrix.Confirmations()) { count, cell in
      switch cell.confirmation {
      case .confirmed: count.confirmed += 1
      case .contradicted: count.contradicted += 1
      case nil: count.notExpressible += 1
      }
    }
  }
}

extension Matrix.Confirmations {
  mutating func add(_ other: Matrix.Confirmations) {
    confirmed += other.confirmed
    contradicted += other.contradicted
    notExpressible += other.notExpressible
  }
}

extension MatrixRun {
  /// Compares the running kernel's answer to one cell, and its effect, with the simulated kernel's.
  func confirm(
    _ cell: Matrix.Cell, by replay: any Matrix.Replay
  ) throws -> (Matrix.Cell.Confirmation, note: String?) {
    let user = structs.bytes(cell.user.program, codecs[cell.user.version])
    let simulated = simulate(user, memory(of: user, tailMapped: false), on: cell.kernel).result
    let real = try replay.call(user, under: interface.newest.scheme)
    switch simulated {
    case .failure(let rejection):
      guard real.errno != rejection.errno else { return (.confirmed, real.note) }
      return (.contradicted("simulated \(rejection), real \(words(real))"), real.note)
    case .success(let received):
      let gates = codecs[cell.kernel].gates
      let opened = Set(gates.indices.filter { gates[$0].mask == 0 || gates[$0].mask & received.flags != 0 })
      guard real.errno != nil || real.honoured != opened else { return (.confirmed, real.note) }
      return (.contradicted("simulated OK, acting on \(words(opened)), real \(words(real))"), real.note)
    }
  }

  private func words(_ answer: Matrix.ReplayAnswer) -> String {
    answer.errno.map { "\($0)" } ?? "OK, acting on \(words(answer.honoured))"
  }

  private func words(_ extensions: Set<Int>) -> String {
    let names = extensions.sorted().map { structs.extensions[$0].name }
    return names.isEmpty ? "no extension" : names.joined(separator: ", ")
  }
}
