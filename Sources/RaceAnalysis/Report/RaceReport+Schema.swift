extension RaceReport {
  /// The JSON Schema (draft 2020-12) of a report as JSON, as `extstruct race --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.race_schema_json, as: UTF8.self)
  }
}
