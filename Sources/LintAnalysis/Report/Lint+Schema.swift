extension Lint {
  /// The JSON Schema (draft 2020-12) of the findings as JSON, as `extstruct lint --json` prints them.
  public static var jsonSchema: String {
    String(decoding: PackageResources.lint_schema_json, as: UTF8.self)
  }
}
