extension CostReport {
  /// The JSON Schema (draft 2020-12) of a report as JSON, as `extstruct cost --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.cost_schema_json, as: UTF8.self)
  }
}
