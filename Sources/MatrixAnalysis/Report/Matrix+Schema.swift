extension Matrix {
  /// The JSON Schema (draft 2020-12) of a matrix as JSON, as `extstruct matrix --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.matrix_schema_json, as: UTF8.self)
  }
}
