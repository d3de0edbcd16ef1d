extension EvalCase {
  /// The JSON Schema (draft 2020-12) of a case: one line of input of `extstruct eval`.
  public static var jsonSchema: String {
    String(decoding: PackageResources.eval_case_schema_json, as: UTF8.self)
  }
}
