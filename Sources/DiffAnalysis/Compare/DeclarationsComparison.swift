import CDeclarations

/// All that two headers declare, compared: each struct with its own constants, and the constants that are left.
struct DeclarationsComparison {
  let old: CDeclarations
  let new: CDeclarations
  /// How structs travel, by name, as far as that is known beside the headers.
  let travels: [String: StructTravel]
  let abis: [CABI]
  private let constants: ConstantComparison
  private let oldVersions: [String: [VersionConstant]]
  private let newVersions: [String: [VersionConstant]]
  private let oldFlags: FlagFamilies
  private let newFlags: FlagFamilies
  private let ioctls: [IoctlChange]
  /// What was found of constants, by the struct that they belong to; under nil what belongs to none.
  private let ofConstants: [String?: [DiffFinding]]

  init(_ old: CDeclarations, _ new: CDeclarations, travels: [String: StructTravel]) {
    self.old = old
    self.new = new
    self.travels = travels
    let names = Set(old.abis.map(\.name))
    abis = new.abis.filter { names.contains($0.name) }
    constants = ConstantComparison(old, new)
    ioctls = constants.ioctls
    let sizes = (Self.sizes(old, abis), Self.sizes(new, abis))
    oldVersions = VersionConstant.byStruct(old.constants, sizes.0, sizes.1)
    newVersions = VersionConstant.byStruct(new.constants, sizes.1, sizes.0)
    oldFlags = FlagFamilies(old.constants, old.records)
    newFlags = FlagFamilies(new.constants, new.records)
    var owners: [String: [String]] = [:]
    for (families, records) in [(oldFlags, old.records), (newFlags, new.records)] {
      for name in records.keys.sorted() {
        for flag in families.flags(of: name) where owners[flag.name]?.contains(name) != true {
          owners[flag.name, default: []].append(name)
        }
      }
    }
    var found: [String?: [DiffFinding]] = [:]
    for (finding, structure) in constants.findings {
      let isOfFlag = [.flagChanged, .flagReused].contains(finding.rule)
      let named = structure.map { [$0] } ?? (isOfFlag ? owners[finding.member ?? ""] ?? [] : [])
      // A flag that many structs may have is the header's.
      for name in named.count == 1 ? named.map(Optional.some) : [nil] {
        found[name, default: []].append(finding)
      }
    }
    ofConstants = found
  }

  private static func sizes(_ declarations: CDeclarations, _ abis: [CABI]) -> [String: Int] {
    declarations.records.compactMapValues { record in
      abis.lazy.compactMap { record.layouts[$0.name]?.size }.first
    }
  }

  /// What was found of constants that belong to no struct.
  var leftConstants: [DiffFinding] { ofConstants[nil] ?? [] }

  /// The struct of this name in both; nil if neither has it.
  func diff(of name: String) -> StructDiff? {
    // What an old name is replaced by has to be the same struct; a name of its own is compared by itself.
    let before = old.records[name]
    let after = before == nil ? new.records[name] : new.record(name)
    guard let some = after ?? before else { return nil }
    let layout = abis.lazy.compactMap { some.layouts[$0.name] }.first
    let findings: [DiffFinding]
    switch (before, after) {
    case (let before?, let after?): findings = changes(name, before, after)
    case (nil, let after?): findings = news(name, after)
    case (let before?, nil):
      findings = [DiffFinding(.structRemoved, abis: Array(before.layouts.keys).sorted(), "\(name) is gone.")]
    case (nil, nil): return nil
    }
    return StructDiff(
      name, isUnion: layout?.isUnion ?? false, header: some.header,
      oldSize: before.flatMap(size), newSize: after.flatMap(size), findings: findings)
  }

  private func size(_ record: CRecord) -> Int? {
    abis.lazy.compactMap { record.layouts[$0.name]?.size }.first
  }

  /// What is found of a struct that is new: how it will be laid out for ever.
  private func news(_ name: String, _ record: CRecord) -> [DiffFinding] {
    var found = ABIComparison.findings(nil, record, abis)
    if let layout = abis.lazy.compactMap({ record.layouts[$0.name] }).first {
      found += VersionConstant.findings(of: [], newVersions[name] ?? [], nil, layout)
      let leaves = layout.leaves()
      found += LayoutComparison.uncovered(leaves, size: layout.size).map { hole in
        var finding = LayoutComparison.paddingFinding(hole, in: leaves, size: layout.size)
        finding.abis = abis.map(\.name).filter { record.layouts[$0] == layout }
        return finding
      }
    }
    return found
  }

  private func changes(_ name: String, _ before: CRecord, _ after: CRecord) -> [DiffFinding] {
    var (found, growth) = RecordComparison(old: before, new: after, abis: abis).compare()
    if before.layouts != after.layouts { found += ABIComparison.findings(before, after, abis) }
    guard let first = abis.first(where: { before.layouts[$0.name] != nil && after.layouts[$0.name] != nil }),
      let oldLayout = before.layouts[first.name], let newLayout = after.layouts[first.name]
    else { return found + (ofConstants[name] ?? []) }
    let known = Set(old.constants.map(\.name))
    let flags = newFlags.flags(of: name)
    let context = StructContext(
      name: name, old: oldLayout, new: newLayout, travel: travels[name], versions: newVersions[name] ?? [],
      ioctls: ioctls.filter { $0.type == name && $0.isSizeAlone },
      newFlags: flags.filter { !known.contains($0.name) },
      hasFlagNames: !flags.isEmpty || !oldFlags.flags(of: name).isEmpty)
    if let growth {
      var finding = GrowthRule.finding(growth.growth, context)
      finding.abis = growth.abis
      found.append(finding)
    } else if let ioctl = context.ioctls.first {
      found.append(DiffFinding(.ioctlChanged, ioctl.name, "\(ioctl.words)."))
    }
    found = found.map { opened($0, context) }
    if !context.newFlags.isEmpty { found.append(added(context, growth?.growth)) }
    found += VersionConstant.findings(of: oldVersions[name] ?? [], context.versions, oldLayout, newLayout)
    return found + (ofConstants[name] ?? [])
  }

  /// A reserved word that a new flag opens, if its name says so, or one that is known to have been checked.
  private func opened(_ finding: DiffFinding, _ context: StructContext) -> DiffFinding {
    guard finding.rule == .reservedUsed || finding.rule == .paddingUsed, let member = finding.member
    else { return finding }
    guard let flag = context.flag(opening: member) else {
      guard finding.rule == .reservedUsed, let call = StructTravel.checked[context.name] else {
        return finding
      }
      return DiffFinding(
        .reservedChecked, member, at: finding.offset, abis: finding.abis,
        finding.message.dropLast() + "; \(call) refused them if they were not zero.")
    }
    return DiffFinding(
      .reservedOpened, member, at: finding.offset, abis: finding.abis,
      finding.message.dropLast() + "; by its name, \(flag.name) (\(hex(flag.value))) opens it.")
  }

  private func added(_ context: StructContext, _ growth: Growth?) -> DiffFinding {
    let names = context.newFlags.map { flag in
      let opens = (growth?.members ?? []).filter { context.flag(opening: $0) == flag }
      return "\(flag.name) (\(hex(flag.value)))"
        + (opens.isEmpty ? "" : ", which by its name opens \(listed(opens.map { "`\($0)`" }))")
    }
    return DiffFinding(.flagAdded, context.newFlags[0].name, "New: \(listed(names)).")
  }
}
