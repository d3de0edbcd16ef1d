import CDeclarations
import ExtensibleStructs
import KernelInterfaces

/// An import under way: each step adds what it decided.
struct ImportWork {
  let name: String
  let declarations: CDeclarations
  let options: ImportOptions
  let record: CRecord
  private(set) var members: MemberList
  private(set) var versions: [(name: String, size: Int)] = []
  private(set) var sizeMember: FlatMember?
  private(set) var flags: FlatMember?
  private(set) var known = KnownFlags()
  private(set) var gates: [Int: UInt64] = [:]
  var inferences: [ImportInference] = []
  var remarks: [ImportRemark] = []
  var open: [String] = []

  init(_ name: String, _ declarations: CDeclarations, _ options: ImportOptions) throws(ImportError) {
    guard let record = declarations.records[name], let abi = declarations.abis.first,
      let layout = record.layouts[abi.name]
    else {
      throw .noSuchStruct(name, source: declarations.source, known: declarations.records.keys.sorted())
    }
    self.name = name
    self.declarations = declarations
    self.options = options
    self.record = record
    members = MemberList(layout)
    remarks = members.remarks(layout)
  }

  /// Whether constants publish its sizes.
  var hasSizeConstants: Bool {
    SizeConstants(declarations).published(name, size: members.size) != nil
  }

  mutating func findVersions() throws(ImportError) {
    let found = try Versions(of: name, members, in: declarations, options)
    versions = found.list
    inferences += found.inferences
    remarks += found.remarks
  }

  /// `argsz`, or `size` and `usize` where such a member is by custom: in the first eight bytes, or in a struct whose
  /// sizes are published.
  mutating func findSizeMember() throws(ImportError) {
    if let given = options.sizeMember {
      sizeMember = try integer(given, "--size")
      inferences.append(ImportInference(.sizeMember, given, "--size", isGiven: true))
      return
    }
    let first = members.members.filter { $0.end <= versions[0].size && $0.isInteger && $0.size >= 4 }
    let named = first.filter { ["size", "usize", "argsz"].contains($0.name) }
    if let found = named.first(where: { $0.name == "argsz" || $0.offset < 8 || hasSizeConstants }) {
      sizeMember = found
      inferences.append(
        ImportInference(.sizeMember, found.name, "its name, and that it is an integer near the start"))
    } else if let other = named.first {
      inferences.append(
        ImportInference(
          .sizeMember, "",
          "\(other.name) at byte \(other.offset) is the size of something else; --size names it if not"))
    } else {
      inferences.append(ImportInference(.sizeMember, "", "no member is named size, usize or argsz"))
    }
  }

  /// `flags`, or the one member whose name ends so, or `mask`, or a unit of bit-fields.
  mutating func findFlags() throws(ImportError) {
    if let given = options.flagsMember {
      flags = try integer(given, "--flags")
      inferences.append(ImportInference(.flagsMember, given, "--flags", isGiven: true))
    } else {
      findFlagsByName()
    }
    guard let flags else {
      if !options.known.isEmpty {
        throw .noSuchMember(option: "--known", "flags", known: members.members.map(\.name))
      }
      return
    }
    if !options.known.isEmpty {
      known = try KnownFlags(given: options.known, in: declarations)
    } else if case .bitFields(let fields) = flags.kind {
      known = KnownFlags(fields)
    } else {
      known = KnownFlags(of: name, member: flags.name, width: flags.size, in: declarations)
    }
    let names = known.names.sorted { $0.key < $1.key }.map(\.value)
    inferences.append(
      ImportInference(
        .knownFlags, names.isEmpty ? (known.bits == 0 ? "" : hex(known.bits)) : names.joined(separator: ", "),
        known.bits == 0
          ? (declarations.headers.isEmpty ? "BTF has no macros, and no enumerators of it" : "no constants")
            + " have the struct's name and are single bits; --known names macros or a mask" : known.reason,
        isGiven: known.isGiven))
    if known.bits == 0 { open.append("--known MACRO|MASK: which flags the kernel knows") }
  }

  private mutating func findFlagsByName() {
    let integers = members.members.filter { $0.end <= versions[0].size && $0.isInteger && !$0.isReserved }
    let others = integers.filter { $0.name.hasSuffix("_flags") }
    if let found = integers.first(where: { $0.name == "flags" }) ?? (others.count == 1 ? others[0] : nil) {
      flags = found
      inferences.append(ImportInference(.flagsMember, found.name, "its name"))
    } else if let found = integers.first(where: { $0.name == "mask" }) {
      flags = found
      inferences.append(
        ImportInference(.flagsMember, found.name, "its name, and that no member is named flags"))
    } else if let index = members.members.firstIndex(where: { member in
      if case .bitFields(let fields) = member.kind { member.isInteger && fields.count > 3 } else { false }
    }) {
      members.rename(index, "flags")
      flags = members.members[index]
      inferences.append(ImportInference(.flagsMember, "flags", "a unit of bit-fields, which gets this name"))
      remarks.append(
        ImportRemark(
          "flags", at: members.members[index].offset,
          abis: declarations.abis.filter { $0.isBigEndian }.map(\.name),
          "bit-fields are numbered from the other end by a big-endian caller: the bits are those of a little-endian one"
        ))
    } else {
      inferences.append(ImportInference(.flagsMember, "", "no member is named flags"))
    }
  }

  mutating func findGates() throws(ImportError) {
    let found = try Gates(versions, members, known, in: declarations, options)
    gates = found.flags
    inferences += found.inferences
    let closed = versions.indices.dropFirst().filter { gates[$0] == nil }.map { versions[$0].name }
    guard flags != nil, !closed.isEmpty else { return }
    open.append("--gate MEMBER=MACRO: which flags open \(closed.joined(separator: ", ")), if any do")
  }

  private func integer(_ name: String, _ option: String) throws(ImportError) -> FlatMember {
    guard let member = members.members.first(where: { $0.name == name }) else {
      throw .noSuchMember(option: option, name, known: members.members.map(\.name))
    }
    guard member.isInteger else { throw .notAnInteger(option: option, name) }
    return member
  }

  private func hex(_ bits: UInt64) -> String { "0x" + String(bits, radix: 16) }
}
