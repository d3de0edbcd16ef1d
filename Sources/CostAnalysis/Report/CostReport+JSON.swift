public import Documents
import ExtensibleStructs
import KernelInterfaces

extension CostReport {
  /// Writes the report's fields. Times are in nanoseconds; a number that was not found out is null, and `missing` says
  /// why.
  public func write(to json: inout JSONWriter) {
    json.field("struct", history.name)
    json.field("pad", pad)
    json.field("padLasts", padLasts)
    json.field("call", model.call)
    json.field("fetch", model.fetch)
    json.field("tailEntry", model.tailEntry)
    json.field("copiedByte", model.copiedByte)
    json.field("checkedByte", model.checkedByte)
    json.field("optimised", UserCosts.isOptimised)
    json.field("missing", user?.missing ?? [])
    json.field("schemes") { json in
      json.array { json in
        for cost in schemes {
          json.object { json in
            json.field("scheme", cost.scheme)
            json.field("bytes", cost.bytes)
            json.field("unused", cost.unused)
            json.field("fullAfter", fullAfter(cost))
            json.field("instructions") { $0.number(user?[cost.scheme]?.instructions) }
            json.field("user") { $0.number(user?[cost.scheme]?.time.median) }
            json.field("fetches", cost.fetches)
            json.field("fetched", cost.fetched)
            json.field("kernel", cost.kernelTime(model))
            json.field("tail", cost.tail)
            json.field("oldKernel", cost.tailTime(model))
          }
        }
      }
    }
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
    json.field("claims") { json in
      json.array { json in
        for claim in claims {
          json.object { json in
            json.field("claim", claim.words)
            json.field("holds", claim.holds)
            json.field("verdict", claim.verdict)
            json.field("reason", claim.reason)
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a number, or `null`.
  fileprivate mutating func number(_ value: Double?) {
    if let value { double(value) } else { null() }
  }
}
