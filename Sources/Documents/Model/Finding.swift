/// What an analysis found: a document for people, and JSON for programs.
///
/// A type that conforms makes its document once, in ``document``, and writes its own fields in ``write(to:)``; how it is
/// printed follows from these.
///
///     extension Lint: Finding {
///       public var document: Document { Document("Lint of \(history.name)", [...]) }
///       public func write(to json: inout JSONWriter) { json.field("struct", history.name) }
///       public static var jsonSchema: String { ... }
///     }
///
///     print(lint)             // text, 80 columns wide
///     print(lint.json)        // one JSON object
///     try lint.html.write(to: page)
public protocol Finding: CustomStringConvertible {
  /// The finding for people.
  var document: Document { get }

  /// Writes the fields of one JSON object; the caller writes the object around them.
  func write(to json: inout JSONWriter)

  /// The JSON Schema (draft 2020-12) of ``json``.
  static var jsonSchema: String { get }
}

extension Finding {
  /// The finding as text without styles.
  ///
  /// - Parameter width: How many columns a line may take.
  public func text(width: Int = 80) -> String { document.text(width: width) }

  /// The finding as one HTML page, complete in itself.
  public var html: String { document.html }

  /// The finding as one JSON object in one line.
  public var json: String {
    var writer = JSONWriter()
    writer.object { write(to: &$0) }
    return writer.text
  }

  /// The finding as text, 80 columns wide.
  public var description: String { text() }
}
