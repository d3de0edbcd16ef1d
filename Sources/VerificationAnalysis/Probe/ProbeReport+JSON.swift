public import Documents

extension ProbeReport {
  /// Writes the kernel's name and what was found of each interface.
  public func write(to json: inout JSONWriter) {
    json.field("kernel", kernel)
    json.field("interfaces") { json in
      json.array { json in for finding in answers { finding.write(to: &json) } }
    }
  }
}

extension ProbeReport.Answer {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("interface", interface)
      json.field("skipped", skipped)
      json.field("size", size)
      json.field("method", method)
      json.field("sizeZero", sizeZero)
      json.field("tail", tail)
      json.field("pad", pad)
      json.field("flags", flags)
      json.field("flagsNotBuiltIn", flagsNotBuiltIn)
      json.field("version", version)
      json.field("releases", releases)
      json.field("btf", typeSize)
      json.field("notDescribed", notDescribed)
    }
  }
}
