import CDeclarations
import ExtensibleStructs
public import KernelInterfaces

extension DiffReport {
  /// Compares two descriptions of an interface, such as two interface files.
  ///
  /// - Parameters:
  ///   - old: The old interface.
  ///   - new: The new one; that they have one struct is taken for granted, whatever its name.
  ///   - names: Where each was read, for the report.
  public init(from old: Interface, to new: Interface, named names: (old: String, new: String)) {
    let name = new.history.name
    var travels: [String: StructTravel] = [:]
    travels[name] = StructTravel(new)
    self.init(
      from: CDeclarations(old, structure: name, source: names.old),
      to: CDeclarations(new, structure: name, source: names.new), structs: [name], travels: travels)
  }
}

extension CDeclarations {
  /// What a header of an interface would declare: the struct, its flags, and its published sizes.
  init(_ interface: Interface, structure: String, source: String) {
    let history = interface.history
    let members = history.layout.fields.map { field in
      CMember(field.name, at: field.offset, CType(field))
    }
    let layout = CLayout(
      size: history.layout.size, alignment: history.layout.fields.map(\.alignment).max() ?? 1,
      members: members)
    let prefix = structure.uppercased()
    var constants: [CConstant] = []
    for (index, version) in history.versions.enumerated() {
      constants.append(
        CConstant("\(prefix)_SIZE_VER\(index)", UInt64(version.size), .macro("\(version.size)")))
    }
    if let flags = history.flags {
      let known = history.versions.reduce(flags.known) { $0 | $1.gate }
      for bit in (0..<64).map({ UInt64(1) << $0 }) where known & bit != 0 {
        let name = flags.names[bit] ?? "\(prefix)_FLAG_\(hex(bit))"
        constants.append(CConstant(name, bit, .macro(hex(bit))))
      }
    }
    // The members of an interface have fixed places, so that one ABI speaks for all.
    self.init(
      source, abis: [.x86_64],
      records: [structure: CRecord(structure, layouts: [CABI.x86_64.name: layout])], constants: constants)
  }
}

extension CType {
  /// A member of an interface: an integer of its bytes, or an array of such.
  fileprivate init(_ field: Field) {
    let element = min(max(field.alignment, 1), 8)
    let integer = CType.integer("__u\(8 * element)", bytes: element, isSigned: false)
    self = field.size == element ? integer : .array(integer, count: field.size / element)
  }
}
