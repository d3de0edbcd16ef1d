import Documents
import ExtensibleStructs

extension Lint {
  /// The struct as bytes, where the members are that findings name.
  var drawing: ByteDrawing {
    let flags = history.flags?.field.name ?? ""
    return ByteDrawing(
      history.name, size: history.layout.size,
      fields: history.layout.fields.map {
        ByteDrawing.Field($0.name, offset: $0.offset, size: $0.size, isReserved: $0.isReserved)
      },
      versions: history.versions.map { version in
        ByteDrawing.Version(
          version.name, end: version.size,
          gate: version.gate == 0 ? nil : "\(flags) & \(hex(version.gate))")
      })
  }
}
