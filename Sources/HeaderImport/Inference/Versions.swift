import CDeclarations
import ExtensibleStructs

/// The sizes that a struct had, from the first.
struct Versions {
  /// Each version's name and its size in bytes.
  var list: [(name: String, size: Int)] = []
  var inferences: [ImportInference] = []
  var remarks: [ImportRemark] = []

  init(
    of name: String, _ members: MemberList, in declarations: CDeclarations, _ options: ImportOptions
  ) throws(ImportError) {
    var bases: [(source: String, name: String, members: MemberList)] = []
    for base in options.bases {
      let old = try Self.members(of: base)
      try Self.check(old, base, isPrefixOf: members)
      bases.append((base.declarations.source, base.name, old))
    }
    if !options.versions.isEmpty {
      try add(given: options.versions, members)
    } else if let published = SizeConstants(declarations).published(name, size: members.size) {
      add(published.constants, published.reason, members.size)
    } else if !bases.isEmpty {
      add(bases, members)
    } else {
      let end = members.meaningfulEnd
      list = [("VER0", end)]
      inferences.append(
        ImportInference(
          .versions, "VER0 (\(end))",
          "there are no constants *_SIZE_VERn and no --base"
            + (end < members.size ? "; the rest is reserved" : "")))
    }
  }

  private static func members(of base: ImportOptions.Base) throws(ImportError) -> MemberList {
    let records = base.declarations.records
    guard let abi = base.declarations.abis.first, let layout = records[base.name]?.layouts[abi.name] else {
      throw .noSuchStruct(base.name, source: base.declarations.source, known: records.keys.sorted())
    }
    return MemberList(layout)
  }

  /// Whether each member of the older struct is in the newer one, at its place. Names may change, and reserved bytes may
  /// be put to use.
  private static func check(
    _ old: MemberList, _ base: ImportOptions.Base, isPrefixOf new: MemberList
  ) throws(ImportError) {
    func refuse(_ member: FlatMember, _ text: String) -> ImportError {
      .baseDiffers(base.declarations.source, member: member.name, text)
    }
    for member in old.members where !member.isReserved {
      guard let found = new.members.first(where: { $0.offset <= member.offset && member.offset < $0.end })
      else {
        throw refuse(member, "it is at byte \(member.offset), behind the end of the new struct")
      }
      let isInUnion = if case .union = found.kind { found.end >= member.end } else { false }
      guard isInUnion || found.offset == member.offset && found.size == member.size else {
        throw refuse(
          member,
          "bytes \(member.offset) to \(member.end - 1), where the new struct has \(found.name), bytes \(found.offset) to \(found.end - 1)"
        )
      }
    }
    guard old.size <= new.size else {
      throw .baseDiffers(
        base.declarations.source, member: base.name, "it is \(old.size) bytes, the new struct \(new.size)")
    }
  }

  private mutating func add(
    given: [(name: String, through: String)], _ members: MemberList
  ) throws(ImportError) {
    for (name, through) in given {
      guard let member = members.members.first(where: { $0.name == through }) else {
        throw .noSuchMember(option: "--version", through, known: members.members.map(\.name))
      }
      list.append((name, member.end))
    }
    list.sort { $0.size < $1.size }
    inferences.append(ImportInference(.versions, text, "--version", isGiven: true))
  }

  private mutating func add(_ constants: [SizeConstants.Published], _ reason: String, _ size: Int) {
    list = constants.map { ("VER\($0.number)", $0.size) }
    inferences.append(ImportInference(.versions, text, reason))
    guard let last = constants.last, last.size != size else { return }
    remarks.append(
      ImportRemark(
        "", at: last.size, "the newest constant, \(last.name), is \(last.size), and sizeof is \(size)",
        remedy: "publish the new size, too"))
    if last.size < size { list.append(("VER\(last.number + 1)", size)) }
  }

  /// The sizes of the older declarations: where the struct did not grow, the bytes in front of what was reserved.
  private mutating func add(
    _ bases: [(source: String, name: String, members: MemberList)], _ members: MemberList
  ) {
    var sizes: [Int] = []
    for base in bases {
      let size = base.members.size < members.size ? base.members.size : base.members.meaningfulEnd
      if size > sizes.last ?? 0 { sizes.append(size) }
    }
    let grown = bases.last.map { $0.members.size < members.size } ?? false
    let end = grown && members.meaningfulEnd <= (sizes.last ?? 0) ? members.size : members.meaningfulEnd
    if end > sizes.last ?? 0 { sizes.append(end) }
    list = sizes.enumerated().map { ("VER\($0.offset)", $0.element) }
    inferences.append(
      ImportInference(.versions, text, "the sizes in \(bases.map(\.source).joined(separator: ", "))"))
  }

  /// `VER0 (48), VER1 (56)`.
  private var text: String { list.map { "\($0.name) (\($0.size))" }.joined(separator: ", ") }
}

extension MemberList {
  /// Where the reserved members at the end begin, if a version may end there: at a place that keeps arrays aligned.
  var meaningfulEnd: Int {
    let alignment = members.map(\.alignment).max() ?? 1
    var end = size
    for (index, member) in members.enumerated().reversed() where index > 0 {
      guard member.isReserved else { break }
      if member.offset % alignment == 0 { end = member.offset }
    }
    return end
  }
}
