public import Documents
import ExtensibleStructs
import KernelInterfaces

extension Lint {
  /// Writes the struct, the calls and the issues.
  public func write(to json: inout JSONWriter) {
    json.field("struct", history.name)
    json.field("interfaces", interfaces.map(\.name))
    json.field("findings") { json in
      json.array { json in
        for issue in issues {
          json.object { json in
            json.field("level", issue.rule.level.rawValue)
            json.field("rule", issue.rule.rawValue)
            json.field("interface", issue.interface)
            json.field("subject", issue.subject)
            json.field("count", issue.count)
            json.field("advice", issue.rule.advice)
            json.field("bitten", issue.rule.bitten)
          }
        }
      }
    }
  }
}
