extension ProbeReport {
  /// The JSON Schema (draft 2020-12) of a report as JSON, as `extstruct probe --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.probe_schema_json, as: UTF8.self)
  }
}
