public import CDeclarations
import LinuxSystem

/// The headers of two folders, compared one by one, with as few of them read by clang as will do.
///
/// A header whose code is the same in both, comments aside, is read only if it names something that changed elsewhere: a
/// struct that it embeds, or a macro that is the length of an array.
struct FolderComparison {
  private var old: HeaderSide
  private var new: HeaderSide
  private let wanted: [String]
  private var done = 0
  private var report: DiffReport

  /// - Parameter names: the structs to report; all if empty.
  init(_ old: HeaderSide, _ new: HeaderSide, structs names: [String]) {
    self.old = old
    self.new = new
    wanted = names
    report = DiffReport(old.tree.folder, new.tree.folder)
  }

  /// Compares all headers.
  ///
  /// - Parameter progress: called with how many headers have been read.
  /// - Throws: what hinders all headers alike, such as a clang that cannot be started.
  mutating func run(progress: (Int) -> Void) throws(DeclarationReadError) -> DiffReport {
    let (before, after) = (Set(old.tree.files.keys), Set(new.tree.files.keys))
    var headers = DiffReport.Headers()
    headers.added = after.subtracting(before).sorted()
    headers.removed = before.subtracting(after).sorted()
    // The identifiers of the headers whose code is the same in both.
    var words: [String: Set<String>] = [:]
    var differing: [String] = []
    var changed: Set<String> = []
    for name in before.intersection(after).sorted() {
      let (was, now) = (try old.tree.contents(name), try new.tree.contents(name))
      let code = withoutComments(now)
      if was == now || withoutComments(was) == code {
        words[name] = identifiers(code)
      } else {
        differing.append(name)
        changed.formUnion(changedTypedefs(withoutComments(was), code))
      }
    }
    try read(differing + headers.removed, differing + headers.added, progress)
    changed.formUnion(compare(differing + headers.added + headers.removed))
    headers.compared = differing.count
    // What changed may be named by headers that did not, and these by others.
    while !changed.isEmpty {
      let naming = words.filter { !$0.value.isDisjoint(with: changed) }.keys.sorted()
      guard !naming.isEmpty else { break }
      for name in naming { words[name] = nil }
      try read(naming, naming, progress)
      changed = compare(naming)
      headers.compared += naming.count
    }
    headers.same = words.count
    let refused = old.refused.merging(new.refused) { $0 == $1 ? $0 : "\($0); then \($1)" }
    headers.failed = refused.sorted { $0.key < $1.key }.map { DiffReport.Failure(header: $0, reason: $1) }
    headers.compared -= headers.failed.count { before.contains($0.header) && after.contains($0.header) }
    report.headers = headers
    report.nameEmbedding(new.records)
    return report
  }

  private mutating func read(
    _ olds: [String], _ news: [String], _ progress: (Int) -> Void
  ) throws(DeclarationReadError) {
    let start = done
    try old.read(olds) { progress(start + $0) }
    try new.read(news) { progress(start + olds.count + $0) }
    done += olds.count + news.count
  }

  /// Compares headers, and gives the names of what changed in them.
  private mutating func compare(_ names: [String]) -> Set<String> {
    var changed: Set<String> = []
    for name in names where old.refused[name] == nil && new.refused[name] == nil {
      let (was, now) = pair(name)
      var one = DiffReport(from: was, to: now, structs: [], travels: StructTravel.catalog, header: name)
      one.structs = one.structs.map { moved($0, from: name) }
      report.add(one, wanted: wanted)
      for (record, before) in was.records where now.records[record]?.layouts != before.layouts {
        changed.insert(record)
      }
      let values = Dictionary(now.constants.map { ($0.name, $0.value) }) { first, _ in first }
      for constant in was.constants where values[constant.name] != constant.value {
        changed.insert(constant.name)
      }
    }
    return changed
  }

  /// A struct that went to the headers of an architecture is not gone.
  private mutating func moved(_ diff: StructDiff, from header: String) -> StructDiff {
    guard diff.newSize == nil, let architecture = new.tree.architecture(declaring: diff.name, like: header)
    else { return diff }
    let message =
      "\(diff.name) is declared by asm/\(header.split(separator: "/").last ?? "") of \(architecture) now."
    return StructDiff(
      diff.name, isUnion: diff.isUnion, header: diff.header, oldSize: diff.oldSize, newSize: nil,
      findings: [DiffFinding(.structMoved, diff.name, message)])
  }

  /// What both versions of a header declare, with what moved to another header, and without what came from one.
  private func pair(_ name: String) -> (old: CDeclarations, new: CDeclarations) {
    let abis = (old.declarations.values.first ?? new.declarations.values.first)?.abis ?? []
    var was = old.declarations[name] ?? CDeclarations(name, abis: abis)
    var now = new.declarations[name] ?? CDeclarations(name, abis: abis)
    for record in was.records.keys where now.records[record] == nil {
      now.records[record] = new.record(record)
    }
    for record in now.records.keys where was.records[record] == nil && old.records[record] != nil {
      now.records[record] = nil
    }
    let names = Set(now.constants.map(\.name))
    now.constants += was.constants.compactMap { names.contains($0.name) ? nil : new.constants[$0.name] }
    let known = Set(was.constants.map(\.name))
    was.constants += now.constants.compactMap { known.contains($0.name) ? nil : old.constants[$0.name] }
    return (was, now)
  }
}

extension HeaderTree {
  fileprivate func contents(_ name: String) throws(DeclarationReadError) -> [UInt8] {
    do throws(SystemError) { return try text(of: name) } catch { throw .system("\(error)") }
  }
}

/// The names of the typedefs that are not the same in both.
private func changedTypedefs(_ old: [UInt8], _ new: [UInt8]) -> Set<String> {
  func typedefs(_ code: [UInt8]) -> Set<Substring> {
    Set(String(decoding: code, as: UTF8.self).split(separator: "\n").filter { $0.contains("typedef") })
  }
  let changed = typedefs(old).symmetricDifference(typedefs(new))
  return Set(
    changed.compactMap { line in
      let name = line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }).last.map(
        String.init)
      // The name of a struct that begins here follows its members.
      return name.flatMap { ["struct", "union", "enum", "typedef"].contains($0) ? nil : $0 }
    })
}

extension DiffReport {
  /// The ABIs that stand for all in a comparison of folders, where each more takes its time: 64 and 32 bits, a `u64`
  /// aligned to 8 and to 4 bytes, and both byte orders.
  public static let folderABIs: [CABI] = CABI.all.filter {
    ["x86_64", "i386", "arm", "s390x"].contains($0.name)
  }

  fileprivate init(_ old: String, _ new: String) {
    self.init(
      old: old, new: new, structs: [], constants: [], unchanged: 0, added: [], headers: nil)
  }

  /// Adds what was found in one header.
  fileprivate mutating func add(_ other: DiffReport, wanted: [String]) {
    structs += wanted.isEmpty ? other.structs : other.structs.filter { wanted.contains($0.name) }
    if wanted.isEmpty {
      constants += other.constants
      unchanged += other.unchanged
    }
    added += wanted.isEmpty ? other.added : other.added.filter { wanted.contains($0) }
  }

  /// Compares the headers of two folders, by their paths from it.
  ///
  /// Headers that only one folder has are listed. One that does not compile is listed too, with the reason, and the
  /// others are compared all the same.
  ///
  /// - Parameters:
  ///   - old: The old folder, such as `/usr/include`; its headers include each other.
  ///   - new: The new folder.
  ///   - names: The structs to report; all if empty.
  ///   - reader: How to run clang. The folders are searched before those that it names. ABIs of which a folder lacks the
  ///     architecture's own headers are left out.
  ///   - progress: Called with how many headers have been read.
  /// - Throws: ``DeclarationReadError`` for what hinders all headers alike, such as a clang that is not there.
  public init(
    folder old: String, folder new: String, structs names: [String] = [], reader: HeaderReader,
    progress: (Int) -> Void = { _ in }
  ) throws(DeclarationReadError) {
    let trees = (HeaderTree(old), HeaderTree(new))
    for (tree, path) in [(trees.0, old), (trees.1, new)] where tree.files.isEmpty {
      throw .system("\(path) has no headers: no file whose name ends in .h")
    }
    // With another architecture's own headers a struct would be laid out as no compiler does.
    let abis = reader.abis.filter { trees.0.hasHeaders(of: $0) && trees.1.hasHeaders(of: $0) }
    guard !abis.isEmpty else {
      throw .system(
        "\(old) and \(new) have no architecture's own headers (asm/) in common for any of"
          + " \(reader.abis.map(\.name).joined(separator: ", "))")
    }
    func side(_ tree: HeaderTree) -> HeaderSide {
      var reader = reader
      if tree.files["linux/types.h"] != nil {
        reader.systemFolder = tree.folder
        reader.abis = abis
      } else {
        reader.includeFolders.insert(tree.folder, at: 0)
      }
      return HeaderSide(tree, reader)
    }
    var comparison = FolderComparison(side(trees.0), side(trees.1), structs: names)
    self = try comparison.run(progress: progress)
  }
}
