/// The structs and the interfaces of a catalog, as `extstruct list` prints them.
public enum CatalogList {
  /// The JSON Schema (draft 2020-12) of the list as JSON, as `extstruct list --json` prints it.
  public static var jsonSchema: String {
    String(decoding: PackageResources.list_schema_json, as: UTF8.self)
  }
}
