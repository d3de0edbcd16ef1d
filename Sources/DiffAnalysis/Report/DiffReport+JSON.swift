public import Documents

extension DiffReport {
  /// Writes the structs, the constants that belong to none, and what became of the headers.
  public func write(to json: inout JSONWriter) {
    json.field("old", old)
    json.field("new", new)
    json.field("verdict", verdict.rawValue)
    json.field("structs") { json in
      json.array { json in
        for one in structs {
          json.object { json in
            json.field("name", one.name)
            json.field("verdict", one.verdict.rawValue)
            json.field("header", one.header)
            json.field("oldSize", one.oldSize)
            json.field("newSize", one.newSize)
            json.field("embeddedIn", one.embeddedIn)
            json.field("findings") { Self.write(one.findings, to: &$0) }
          }
        }
      }
    }
    json.field("constants") { json in
      json.array { json in
        for one in constants {
          json.object { json in
            json.field("header", one.header)
            json.field("verdict", one.verdict.rawValue)
            json.field("findings") { Self.write(one.findings, to: &$0) }
          }
        }
      }
    }
    json.field("unchanged", unchanged)
    json.field("added", added)
    json.key("headers")
    guard let headers else { return json.null() }
    json.object { json in
      json.field("compared", headers.compared)
      json.field("same", headers.same)
      json.field("added", headers.added)
      json.field("removed", headers.removed)
      json.field("failed") { json in
        json.array { json in
          for failure in headers.failed {
            json.object { json in
              json.field("header", failure.header)
              json.field("reason", failure.reason)
            }
          }
        }
      }
    }
  }

  private static func write(_ findings: [DiffFinding], to json: inout JSONWriter) {
    json.array { json in
      for finding in findings {
        json.object { json in
          json.field("rule", finding.rule.rawValue)
          json.field("verdict", finding.verdict.rawValue)
          json.field("member", finding.member)
          json.field("offset", finding.offset)
          json.field("abis", finding.abis)
          json.field("affected", finding.affected.map(\.rawValue))
          json.field("message", finding.message)
          json.field("advice", finding.rule.advice)
        }
      }
    }
  }
}
