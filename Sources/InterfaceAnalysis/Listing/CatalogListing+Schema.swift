extension CatalogListing {
  /// The JSON Schema (draft 2020-12) of the listing as JSON, as `extstruct list --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.list_schema_json, as: UTF8.self)
  }
}
