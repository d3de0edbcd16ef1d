extension Glossary {
  /// The JSON Schema of ``Finding/json``, as `extstruct schema glossary` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.glossary_schema_json, as: UTF8.self)
  }
}
