package import Documents
package import ExtensibleStructs

extension ByteDrawing {
  /// Draws a struct with its published versions.
  ///
  /// - Parameters:
  ///   - name: What is written above the drawing; nil for the struct's name.
  ///   - paddedSize: The struct's length with its pad, which is drawn behind the last member; nil if it has none. A
  ///     length below the struct's own counts as none.
  package init(_ history: History, name: String? = nil, paddedTo paddedSize: Int? = nil) {
    let end = history.layout.size
    let size = max(end, paddedSize ?? end)
    var fields = history.layout.fields.map {
      Field($0.name, offset: $0.offset, size: $0.size, isReserved: $0.isReserved)
    }
    if end < size { fields.append(Field("pad", offset: end, size: size - end, isReserved: true)) }
    self.init(
      name ?? history.name, size: size, fields: fields,
      versions: history.versions.map { Version($0.name, end: $0.size, gate: history.gate(of: $0)) })
  }
}
