import Callers
public import Documents
import ExtensibleStructs
import KernelInterfaces

extension Matrix {
  /// Writes the struct, and for each scheme its sizes, its judgement, its hazards and its cells.
  public func write(to json: inout JSONWriter) {
    json.field("struct", history.name)
    json.field("features", featureSets.rawValue)
    json.field("kernel", replay)
    json.field("schemes") { json in json.array { json in for table in tables { table.write(to: &json) } } }
    json.field("leftOut") { json in
      json.array { json in
        for left in leftOut {
          json.object { json in
            json.field("scheme", left.scheme)
            json.field("reason", left.reason)
          }
        }
      }
    }
    json.field("notConfirmed", obstacle)
  }
}

extension Matrix.Table {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("scheme", scheme.name)
      json.field("bytes", bytesPerCall)
      json.field("sizes", sizes)
      json.field("judgement", judgement)
      json.field("hazards", hazards.map(\.words))
      let count = confirmations
      json.field("confirmed", count.confirmed)
      json.field("contradicted", count.contradicted)
      json.field("notExpressible", count.notExpressible)
      json.field("cells") { json in json.array { json in for cell in cells { write(cell, to: &json) } } }
    }
  }

  private func write(_ cell: Matrix.Cell, to json: inout JSONWriter) {
    let extensions = interface.history.extensions
    json.object { json in
      json.field("user", version(cell.user.version))
      json.field("kernel", version(cell.kernel))
      json.field("features", extensions.indices.filter(cell.user.uses).map { extensions[$0].name })
      json.field("habit", cell.user.habit.rawValue)
      json.key("tailMapped")
      if let mapped = cell.tailMapped { json.bool(mapped) } else { json.null() }
      json.field("verdict", cell.judgement.verdict.rawValue)
      json.field("errno", cell.judgement.errno?.description)
      json.field("bytes") { json in
        json.array { json in
          for range in cell.judgement.bytes {
            json.array { json in
              json.int(range.lowerBound)
              json.int(range.count)
            }
          }
        }
      }
      json.key("confirmed")
      switch cell.confirmation {
      case .confirmed: json.bool(true)
      case .contradicted: json.bool(false)
      case nil: json.null()
      }
    }
  }
}
