import CDeclarations

/// The headers of one folder, as far as clang has read them.
struct HeaderSide {
  let tree: HeaderTree
  let reader: HeaderReader
  /// What each header that was read declares itself.
  private(set) var declarations: [String: CDeclarations] = [:]
  /// Every struct and constant that was read, by name, whichever header declares it.
  private(set) var records: [String: CRecord] = [:]
  private(set) var constants: [String: CConstant] = [:]
  /// The struct that a macro puts in the place of another name.
  private(set) var aliases: [String: String] = [:]
  /// The headers that do not compile, and why.
  private(set) var refused: [String: String] = [:]

  /// The struct of this name, or the one that a macro puts in its place.
  func record(_ name: String) -> CRecord? { records[name] ?? aliases[name].flatMap { records[$0] } }

  init(_ tree: HeaderTree, _ reader: HeaderReader) {
    self.tree = tree
    self.reader = reader
  }

  /// Reads headers; one that does not compile is refused, and the others are read all the same.
  ///
  /// - Parameter progress: called with how many of these headers are done.
  mutating func read(
    _ names: [String], progress: (Int) -> Void
  ) throws(DeclarationReadError) {
    let batches = try reader.readAll(names.map(HeaderSource.included), progress: progress)
    for batch in batches.declarations {
      for header in batch.headers {
        declarations[header] = CDeclarations(header, abis: batch.abis)
        declarations[header]?.headers = [header]
      }
      for (name, record) in batch.records {
        let isOwn = batch.isOwn(record)
        if records[name] == nil || isOwn { records[name] = record }
        // What a header includes is read with it, and declared by another one.
        if isOwn, let header = record.header { declarations[header]?.records[name] = record }
      }
      aliases.merge(batch.aliases) { $1 }
      for constant in batch.constants {
        constants[constant.name] = constant
        if batch.isOwn(constant), let header = constant.header {
          declarations[header]?.constants.append(constant)
        }
      }
    }
    for (header, error) in batches.refused {
      // The first line says what to look at; a header that other headers complete has many.
      guard case .refused(_, _, let lines) = error, let line = lines.first else {
        refused[header.name] = "\(error)"
        continue
      }
      refused[header.name] = line
    }
  }
}
