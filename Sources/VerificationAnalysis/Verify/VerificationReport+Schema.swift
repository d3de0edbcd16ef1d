extension VerificationReport {
  /// The JSON Schema (draft 2020-12) of a report as JSON, as `extstruct verify --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.verify_schema_json, as: UTF8.self)
  }
}
