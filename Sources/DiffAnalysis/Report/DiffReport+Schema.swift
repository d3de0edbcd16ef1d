extension DiffReport {
  /// The JSON Schema (draft 2020-12) of the report as JSON, as `extstruct diff --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.diff_schema_json, as: UTF8.self)
  }
}
