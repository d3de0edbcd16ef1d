extension EvalAnswer {
  /// The JSON Schema (draft 2020-12) of an answer, or of an error in its place: one line of output of `extstruct eval`.
  public static var jsonSchema: String {
    String(decoding: PackageResources.eval_answer_schema_json, as: UTF8.self)
  }
}
