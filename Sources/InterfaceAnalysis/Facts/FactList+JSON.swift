public import Documents
import ExtensibleStructs
import KernelInterfaces

extension FactList {
  /// Writes the interface's name, the newest release that is described, the kernels that were asked, and the facts.
  public func write(to json: inout JSONWriter) {
    json.field("interface", interface.name)
    json.field("newest", interface.newestDescribed.map { "\($0)" })
    json.field("asked", interface.asked.map { "\($0)" })
    json.field("facts") { json in json.array { json in for row in rows { row.write(to: &json) } } }
  }
}

extension FactList.Row {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", fact.statement.kind)
      json.field("fact", words)
      json.field("since", fact.range.since.map { "\($0)" })
      json.field("backports", fact.range.backports.map { "\($0)" })
      json.field("until", fact.range.until.map { "\($0)" })
      json.field("endedEarly", fact.range.endedEarly.map { "\($0)" })
      json.field("basis", fact.evidence.basis.rawValue)
      json.field("note", fact.evidence.note)
      json.field("ran", kernels.map { "\($0)" })
    }
  }
}
