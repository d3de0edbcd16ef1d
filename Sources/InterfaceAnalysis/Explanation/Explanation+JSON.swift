public import Documents
import ExtensibleStructs
import KernelInterfaces

extension Explanation {
  /// Writes the fields that `extstruct explain --help` documents.
  public func write(to json: inout JSONWriter) {
    json.field("interface", interface.name)
    json.field("release", release.map { "\($0)" })
    json.field("direction", interface.direction.rawValue)
    json.field("steps") { json in json.array { json in for line in lines { line.write(to: &json) } } }
    guard let stop else { return }
    json.field("stopsAt", stop.index)
    json.field("result", stop.outcome.errno.words)
  }
}

extension Explanation.Line {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("step", step.rawValue)
      json.field("c", c)
      json.field("errno", errno?.description)
      json.key("reads")
      guard let reads else { return json.null() }
      json.array { json in
        json.int(reads.offset)
        if let length = reads.length { json.int(length) } else { json.null() }
      }
    }
  }
}
