import Callers
import CommandLineKit
import Documents
import ExtensibleStructs
import KernelInterfaces
import MatrixAnalysis

extension Matrix {
  /// The matrix as one JSON object, in the order that `extstruct matrix --help` documents.
  var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("struct", history.name)
      json.field("features", featureSets.rawValue)
      json.field("kernel", replay)
      json.field("schemes") { json in json.array { json in for table in tables { table.write(to: &json) } } }
      json.write(leftOut)
    }
    return writer.text
  }
}

extension JSONWriter {
  /// The schemes that cannot carry the struct, each with its reason.
  mutating func write(_ leftOut: [LeftOut]) {
    field("leftOut") { json in
      json.array { json in
        for left in leftOut {
          json.object { json in
            json.field("scheme", left.scheme)
            json.field("reason", left.reason)
          }
        }
      }
    }
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

  private func write(_ cell: Cell, to json: inout JSONWriter) {
    let extensions = interface.history.extensions
    json.object { json in
      json.field("user", interface.history.versions[cell.user.version].name)
      json.field("kernel", interface.history.versions[cell.kernel].name)
      json.field("features", extensions.indices.filter { cell.user.means($0) }.map { extensions[$0].name })
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
