public import Documents
import ExtensibleStructs
import KVMBackend
import MatrixAnalysis

extension KVMReport {
  /// Writes what KVM can do, the proofs, and each case with both answers.
  public func write(to json: inout JSONWriter) {
    json.field("kernel", kernel)
    json.field("userMemory2", abilities.userMemory2)
    json.field("guestMemfd", abilities.guestMemfd)
    json.field("readonlyMemory", abilities.readonlyMemory)
    json.field("memslots", abilities.numberOfMemslots)
    json.field("negotiation", negotiation)
    json.field("proofs") { json in
      json.array { json in
        for proof in proofs {
          json.object { json in
            json.field("ioctl", proof.ioctl.name)
            json.field("claim", "\(proof.claim)")
            json.field("expected", proof.expected)
            json.field("seen", proof.seen)
            json.field("held", proof.held)
          }
        }
      }
    }
    json.field("cases") { json in
      json.array { json in
        for one in cases {
          json.object { json in
            json.field("interface", one.interface)
            json.field("case", one.name)
            json.field("simulated", one.simulated.words)
            json.field("real", one.real.words)
            json.field("agrees", one.agrees)
            json.field("difference", one.difference)
          }
        }
      }
    }
    json.field("skipped", skipped)
    json.field("confirmed", matrix.confirmations.confirmed)
    json.field("contradicted", matrix.confirmations.contradicted)
  }
}
