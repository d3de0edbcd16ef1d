public import CDeclarations
import KernelInterfaces

/// The structs and unions of a header, or of BTF.
public struct StructListing: Sendable {
  /// Where they are declared.
  public let source: String
  /// Each one, by its name.
  public let structs: [Entry]
  /// What the reader of the declarations said, such as an ABI that the header is not for.
  public let notes: [String]

  /// One struct or union.
  public struct Entry: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its size in bytes in the first ABI.
    public var size: Int
    /// Whether it is a union.
    public var isUnion: Bool
    /// The ABIs that lay it out differently from the first.
    public var otherABIs: [String]
    /// The ioctls whose number has its size.
    public var ioctls: [String]
  }

  /// The structs that the headers which were asked for declare themselves.
  public init(_ declarations: CDeclarations) {
    source = declarations.source
    notes = declarations.notes
    var ioctls: [String: [String]] = [:]
    for constant in declarations.constants {
      if let type = constant.ioctl?.type { ioctls[type, default: []].append(constant.name) }
    }
    structs = declarations.records.values.filter(declarations.isOwn).sorted { $0.name < $1.name }.compactMap {
      record in
      guard let abi = declarations.abis.first, let layout = record.layouts[abi.name] else { return nil }
      let others = ABIDifference.all(of: record, declarations.abis).flatMap(\.remark.abis)
      return Entry(
        name: record.name, size: layout.size, isUnion: layout.isUnion, otherABIs: others,
        ioctls: ioctls[record.name] ?? [])
    }
  }
}
