import CommandLineKit
import Documents
import ExtensibleStructs
import KernelInterfaces
import VerificationAnalysis

extension VerifyReport {
  /// Everything as one JSON object.
  var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("kernel", kernel)
      json.field("release", played)
      json.field("interfaces") { json in
        json.array { json in
          for result in results {
            json.object { json in
              json.field("interface", result.interface)
              json.field("cases", result.cases)
              json.field("agreed", result.agreed)
              json.field("disagreed", result.disagreements.count)
              json.field("skipped", result.skipped)
              json.field("withheld") { json in
                json.array { json in
                  for bits in result.withheld {
                    json.object { json in
                      json.field("member", bits.member)
                      json.field("bits", bits.bits)
                      json.field("errno", "\(bits.errno)")
                      json.field("reason", bits.reason)
                    }
                  }
                }
              }
              json.field("disagreements") { json in
                json.array { json in
                  for one in result.disagreements {
                    json.object { json in
                      json.field("name", one.name)
                      json.field("simulated", one.simulated)
                      json.field("real", one.real)
                      json.field("policy", one.policy)
                      json.field("case", one.line)
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    return writer.text
  }
}
