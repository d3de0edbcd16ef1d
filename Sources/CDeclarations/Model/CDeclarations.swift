/// What C headers, or BTF, declare: structs and unions by ABI, enums, and constants.
public struct CDeclarations: Hashable, Sendable {
  /// Where it was read, for messages: `include/uapi/linux/openat2.h`, `/sys/kernel/btf/vmlinux`.
  public var source: String
  /// The headers that were asked for, as ``CRecord/header`` names them. What the headers that they include declare is
  /// here too, so that a struct inside another is known. None for BTF.
  public var headers: [String] = []
  /// What the reader of the declarations has to know, such as an architecture whose own headers are not there.
  public var notes: [String] = []
  /// The ABIs that the structs were laid out for, the one to compare with first. BTF has one, its kernel's.
  public var abis: [CABI]
  /// The structs and unions that have a name, by that name: the tag, or the typedef's of one without a tag.
  public var records: [String: CRecord]
  /// Old names of structs and unions that macros replace by the new ones, so that programs compile with either.
  public var aliases: [String: String] = [:]
  /// The macros that have a value of up to 64 bits, in the order of their declaration, then the enumerators.
  public var constants: [CConstant]

  /// Makes a collection of declarations.
  public init(
    _ source: String, abis: [CABI], records: [String: CRecord] = [:], constants: [CConstant] = []
  ) {
    self.source = source
    self.abis = abis
    self.records = records
    self.constants = constants
  }

  /// Whether one of the headers that were asked for declares this, not one that they include. True for all of BTF.
  public func isOwn(_ record: CRecord) -> Bool { isOwn(record.header) }

  /// Whether one of the headers that were asked for declares this, not one that they include. True for all of BTF.
  public func isOwn(_ constant: CConstant) -> Bool { isOwn(constant.header) }

  private func isOwn(_ header: String?) -> Bool { header.map(headers.contains) ?? headers.isEmpty }

  /// The struct or union of this name, or the one that a macro puts in its place; nil if there is none.
  public func record(_ name: String) -> CRecord? { records[name] ?? aliases[name].flatMap { records[$0] } }

  /// The constant of this name; nil if there is none.
  public func constant(_ name: String) -> CConstant? { constants.first { $0.name == name } }
}
