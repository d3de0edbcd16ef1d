extension CDeclarations {
  /// Reads a header with clang, laid out for all ABIs.
  ///
  /// - Throws: ``DeclarationReadError`` if there is no clang, or if the header does not compile.
  public init(header: HeaderSource) throws(DeclarationReadError) {
    self = try HeaderReader().read([header])
  }
}

extension HeaderReader {
  /// Reads headers together, as one translation unit that includes them in this order.
  ///
  /// An ABI that a header does not compile for is left out of the layouts, with a note. For the first ABI the headers
  /// have to compile.
  ///
  /// - Throws: ``DeclarationReadError/refused(header:abi:lines:)`` with clang's first lines.
  public func read(_ headers: [HeaderSource]) throws(DeclarationReadError) -> CDeclarations {
    try read(headers, refusesConflicts: false)
  }

  func read(
    _ headers: [HeaderSource], refusesConflicts: Bool
  ) throws(DeclarationReadError) -> CDeclarations {
    guard let first = abis.first else { return CDeclarations(Self.title(headers), abis: []) }
    var unit = TranslationUnit(headers: headers)
    let text = try run([Run(abi: first, unit: unit, action: Self.preprocess)])[0]
    guard text.complaints.isEmpty else { throw refusal(first, headers, text.complaints) }
    let macros = Macro.list(text.output)
    if refusesConflicts, let name = macros.conflict {
      throw refusal(first, headers, ["\(name) is defined differently in two headers"])
    }
    unit.macros = macros.list
    var collected = Collected(Self.title(headers), abis, unit.headers.map { name($0, first, unit) })
    var pending = [Run(abi: first, unit: unit, action: Self.compile)]
    // Macros that are no constants are refused in the first run of an ABI, what depended on them in the next.
    for _ in 0..<5 where !pending.isEmpty {
      var again: [Run] = []
      for (run, result) in zip(pending, try self.run(pending)) {
        if result.complaints.isEmpty {
          try collected.add(
            DebugInformation(result.output), run.abi, run.unit.macros, searched(run.abi, run.unit))
          if run.abi == first {
            // What is no constant here is none elsewhere, so that the other ABIs seldom need a second run.
            again += abis.dropFirst().map { Run(abi: $0, unit: run.unit, action: Self.compile) }
          }
        } else if let run = Self.without(result.complaints, run) {
          again.append(run)
        } else if run.abi == first {
          throw refusal(first, headers, result.complaints)
        } else {
          let line = Self.errors(result.complaints).first.map(shortened) ?? "clang failed"
          collected.declarations.notes.append("not laid out for \(run.abi.name): \(line)")
        }
      }
      pending = again
    }
    collected.declarations.notes += pending.map {
      "not laid out for \($0.abi.name): its macros have no values"
    }
    collected.declarations.notes += folderNotes()
    collected.addAliases(macros.list)
    return collected.declarations
  }

  private static func title(_ headers: [HeaderSource]) -> String {
    headers.map(\.name).joined(separator: ", ")
  }

  private func name(_ header: HeaderSource, _ abi: CABI, _ unit: TranslationUnit) -> String {
    guard case .file(let path) = header else { return header.name }
    return HeaderFolders.name(path, in: searched(abi, unit))
  }

  /// The same run without the macros that clang refuses; nil if that is not all that it refuses.
  private static func without(_ complaints: [String], _ run: Run) -> Run? {
    var refused: Set<Int> = []
    for line in errors(complaints) {
      guard line.hasPrefix(TranslationUnit.macroLines + ":") else { return nil }
      let parts = line.split(separator: ":")
      guard parts.count > 1, let number = Int(parts[1]) else { return nil }
      refused.insert(TranslationUnit.macro(atLine: number))
    }
    guard !refused.isEmpty else { return nil }
    var run = run
    run.unit.macros = run.unit.macros.enumerated().filter { !refused.contains($0.offset) }.map(\.element)
    return run
  }

  /// The lines that say what is wrong, not where it was expanded from.
  private static func errors(_ complaints: [String]) -> [String] {
    complaints.filter { $0.contains("error:") && !$0.contains("errors generated") }
  }

  /// A line of clang's with names as they are included.
  private func shortened(_ line: String) -> String {
    line.hasPrefix(systemFolder + "/") ? String(line.dropFirst(systemFolder.count + 1)) : line
  }

  private func refusal(
    _ abi: CABI, _ headers: [HeaderSource], _ complaints: [String]
  ) -> DeclarationReadError {
    let errors = Self.errors(complaints)
    let lines = (errors.isEmpty ? complaints : errors).prefix(5).map(shortened)
    return .refused(header: Self.title(headers), abi: abi.name, lines: lines)
  }

  /// The architectures whose own headers are not there.
  private func folderNotes() -> [String] {
    let folders = HeaderFolders(system: systemFolder)
    let foreign = abis.filter { folders.architecture($0)?.isItsOwn == false }.map(\.name)
    guard !foreign.isEmpty else { return [] }
    return ["\(systemFolder) has no asm/ of \(foreign.joined(separator: ", ")); the one of x86 served"]
  }
}
