import CommandLineKit
import Documents
import VerificationAnalysis

extension ProbeReport {
  /// Everything as one JSON object.
  var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("kernel", kernel)
      json.field("interfaces") { json in
        json.array { json in
          for finding in findings {
            json.object { json in
              json.field("interface", finding.interface)
              json.field("skipped", finding.skipped)
              json.field("size", finding.size)
              json.field("method", finding.method)
              json.field("sizeZero", finding.sizeZero)
              json.field("tail", finding.tail)
              json.field("pad", finding.pad)
              json.field("flags", finding.flags)
              json.field("version", finding.version)
              json.field("releases", finding.releases)
              json.field("btf", finding.typeSize)
              json.field("notDescribed", finding.notDescribed)
            }
          }
        }
      }
    }
    return writer.text
  }
}
