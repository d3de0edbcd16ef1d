extension FactList {
  /// The JSON Schema (draft 2020-12) of the facts as JSON, as `extstruct list --facts INTERFACE --json` prints them.
  public static var jsonSchema: String {
    String(decoding: PackageResources.facts_schema_json, as: UTF8.self)
  }
}
