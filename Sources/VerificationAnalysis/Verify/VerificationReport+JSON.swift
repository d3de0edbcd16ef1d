public import Documents
import KernelInterfaces

extension VerificationReport {
  /// Writes the kernel, the release, and what came of each interface, with every disagreement.
  public func write(to json: inout JSONWriter) {
    json.field("kernel", kernel)
    json.field("release", played)
    json.field("abi", abi.rawValue)
    json.field("interfaces") { json in
      json.array { json in for result in results { result.write(to: &json) } }
    }
  }
}

extension Verification {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("interface", interface)
      json.field("cases", cases)
      json.field("agreed", agreed)
      json.field("disagreed", disagreements.count)
      json.field("skipped", skipped)
      json.field("casesAsNobody", casesAsNobody)
      json.field("withoutNobody", withoutNobody)
      json.field("withheld") { json in
        json.array { json in
          for bits in withheld {
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
          for one in disagreements {
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
