public import CDeclarations

extension DiffReport {
  /// Compares what two headers, or two BTF files, declare.
  ///
  /// - Parameters:
  ///   - old: The old declarations.
  ///   - new: The new ones, laid out for some of the same ABIs.
  ///   - names: The structs to compare; all if empty.
  public init(from old: CDeclarations, to new: CDeclarations, structs names: [String] = []) {
    self.init(from: old, to: new, structs: names, travels: StructTravel.catalog)
  }

  init(
    from old: CDeclarations, to new: CDeclarations, structs names: [String], travels: [String: StructTravel],
    header: String? = nil
  ) {
    let comparison = DeclarationsComparison(old, new, travels: travels)
    let all = names.isEmpty ? Set(old.records.keys).union(new.records.keys).sorted() : names
    self.old = old.source
    self.new = new.source
    structs = []
    constants = []
    unchanged = 0
    added = []
    for name in all {
      guard let diff = comparison.diff(of: name) else { continue }
      // What included headers declare is theirs to report.
      if let header, let own = diff.header, own != header { continue }
      if header == nil, names.isEmpty, !Self.isOwn(name, old, new) { continue }
      if diff.oldSize == nil { added.append(name) }
      if !diff.findings.isEmpty || !names.isEmpty {
        structs.append(diff)
      } else if diff.oldSize != nil {
        unchanged += 1
      }
    }
    if names.isEmpty, !comparison.leftConstants.isEmpty {
      constants = [ConstantDiff(header ?? new.source, comparison.leftConstants)]
    }
    nameEmbedding(new.records)
  }

  private static func isOwn(_ name: String, _ old: CDeclarations, _ new: CDeclarations) -> Bool {
    new.records[name].map(new.isOwn) == true || old.records[name].map(old.isOwn) == true
  }

  /// Names, at each struct that changed its size, those that embed it.
  mutating func nameEmbedding(_ records: [String: CRecord]) {
    let resized = Set(structs.filter { $0.oldSize != $0.newSize && $0.oldSize != nil }.map(\.name))
    guard !resized.isEmpty else { return }
    var embedding: [String: [String]] = [:]
    for (name, record) in records {
      guard let layout = record.layouts.values.first else { continue }
      for tag in layout.embeddedTags().intersection(resized) where tag != name {
        embedding[tag, default: []].append(name)
      }
    }
    for index in structs.indices {
      structs[index].embeddedIn = (embedding[structs[index].name] ?? []).sorted()
    }
  }
}
