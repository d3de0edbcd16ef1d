import ExtensibleStructs
import KernelInterfaces

/// What a program uses of a struct.
struct Uses {
  /// The newest first: what the fewest of the described kernels know.
  var features: [UsedFeature] = []
  /// An extension whose bytes are set while no flag opens it.
  var withoutFlag: (feature: UsedFeature, flag: UInt64)?

  private let interface: Interface
  private let behaviors: [Behavior]
  private let bytes: [UInt8]
  private let droppable: [Droppable]

  init(
    _ interface: Interface, _ behaviors: [Behavior], _ bytes: [UInt8], given: KernelCall.Given?,
    droppable: [Droppable],
    needed: [String]
  ) {
    self.interface = interface
    self.behaviors = behaviors
    self.bytes = bytes
    self.droppable = droppable
    let isIn = interface.direction == .in
    let asksByFlags = isIn || interface.newest.scheme.output?.fetchesRequest == true
    let set = asksByFlags ? flagsValue : 0
    for added in interface.history.extensions where added.version <= interface.newest.version {
      let fields = added.fields.filter { field in
        isIn
          ? given?.members[field.name] != nil || field.range.contains { $0 < bytes.count && bytes[$0] != 0 }
          : needed.contains(field.name)
      }
      guard !fields.isEmpty || set & added.gate != 0 else { continue }
      let feature = UsedFeature(
        version: added.version, members: fields.isEmpty ? added.fields : fields, bits: set & added.gate,
        names: names(set & added.gate), isDroppable: isDroppable(fields, gate: set & added.gate))
      if isIn, added.gate != 0, set & added.gate == 0 { withoutFlag = withoutFlag ?? (feature, added.gate) }
      features.append(feature)
    }
    if asksByFlags { addFlags(set) }
    if isIn { addBits() }
    let known = features.map { feature in behaviors.count { !$0.lacks(feature, interface) } }
    features = zip(features, known).enumerated().sorted {
      ($0.element.1, -$0.offset) < ($1.element.1, -$1.offset)
    }.map(\.element.0)
  }

  private var flagsValue: UInt64 {
    guard let field = interface.history.flags?.field else { return 0 }
    return IntegerMember(offset: field.offset, width: field.size).value(in: bytes)
  }

  /// The flags that some described kernel does not know, and those that the program can do without.
  private mutating func addFlags(_ set: UInt64) {
    guard let field = interface.history.flags?.field else { return }
    let gates = interface.history.versions.reduce(0) { $0 | $1.gate }
    let optional = droppable.reduce(0) {
      $0 | ($1.member == nil || $1.member == field.name ? $1.bits ?? 0 : 0)
    }
    let everywhere = behaviors.reduce(UInt64.max) { $0 & $1.knownFlags }
    let flags = set & ~gates & (optional | ~everywhere)
    for bit in (0..<64 as Range<UInt64>).map({ 1 << $0 }) as [UInt64] where flags & bit != 0 {
      features.append(
        UsedFeature(members: [field], bits: bit, names: names(bit), isDroppable: optional & bit != 0))
    }
  }

  /// Bits of other members that the program can do without.
  private mutating func addBits() {
    for given in droppable {
      guard let name = given.member, name != interface.history.flags?.field.name, let bits = given.bits,
        let field = interface.history.layout.field(name), field.size <= 8
      else { continue }
      let set = IntegerMember(offset: field.offset, width: field.size).value(in: bytes) & bits
      if set != 0 { features.append(UsedFeature(members: [field], bits: set, names: [], isDroppable: true)) }
    }
  }

  private func names(_ bits: UInt64) -> [String] {
    guard let names = interface.history.flags?.names, bits != 0 else { return [] }
    let found = names.filter { $0.key != 0 && $0.key & bits == $0.key }.sorted { $0.key < $1.key }
    return found.reduce(0) { $0 | $1.key } == bits ? found.map(\.value) : []
  }

  /// Whether the program can do without each member, or without the flag that opens them.
  private func isDroppable(_ fields: [Field], gate: UInt64) -> Bool {
    let flags = droppable.reduce(0) { $0 | ($1.member == nil ? $1.bits ?? 0 : 0) }
    if gate != 0, flags & gate == gate { return true }
    return !fields.isEmpty
      && fields.allSatisfy { field in droppable.contains { $0.member == field.name && $0.bits == nil } }
  }
}

extension Behavior {
  /// Whether kernels that do so do not know a feature.
  func lacks(_ feature: UsedFeature, _ interface: Interface) -> Bool {
    if let version = feature.version { return version > self.version }
    guard feature.members.first == interface.history.flags?.field else { return false }
    let known = knownFlags | interface.history.versions[...version].reduce(0) { $0 | $1.gate }
    return feature.bits & ~known != 0
  }
}
