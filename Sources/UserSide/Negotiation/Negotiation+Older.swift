import ExtensibleStructs
import KernelInterfaces

extension Negotiation {
  /// The kernel lacks the call: goes on with an older one that carries all that is used, or says which one does.
  mutating func goOlder(_ errno: LinuxErrno) {
    guard let older = interface.older.first else { return fail(errno, .lacksCall(nil, dropping: [])) }
    let lost = notCarried(by: older)
    guard let next = older.interface, lost.allSatisfy(\.isDroppable) else {
      return fail(errno, .lacksCall(older.name, dropping: lost))
    }
    drop(lost)
    bytes = next.history.layout.bytes(interface.history.layout, bytes)
    interface = next
    version = next.newest.version
    described = DescribedKernels(next)
    (answers, lastRefusal, neededSize) = ([:], nil, nil)
    features = Uses(next, described.behaviors, bytes, given: given, droppable: droppable, needed: []).features
    limit += Self.limit(next, features)
    step = .attempt
  }

  /// What an older call would drop.
  private func notCarried(by older: OlderCall) -> [UsedFeature] {
    guard let flags = interface.history.flags?.field else { return features.filter { !isCarried($0, older) } }
    var lost = features.filter { !isCarried($0, older) }
    // What is used of the first version is no feature, as every kernel with this call knows it.
    let end = interface.history.versions[0].size
    for field in interface.history.layout.fields
    where field.range.upperBound <= end && field != interface.history.sizeMember && field != flags {
      let isSet = field.range.contains { $0 < bytes.count && bytes[$0] != 0 }
      if isSet, !older.carries.contains(field.name), !lost.contains(where: { $0.members.contains(field) }) {
        lost.append(UsedFeature(version: 0, members: [field], bits: 0, names: [], isDroppable: false))
      }
    }
    return lost
  }

  private func isCarried(_ feature: UsedFeature, _ older: OlderCall) -> Bool {
    let flags = interface.history.flags?.field
    let isFlag = feature.version != nil || feature.members.first == flags
    if isFlag, feature.bits & ~older.flags != 0 { return false }
    return feature.members.allSatisfy { older.carries.contains($0.name) }
  }
}

extension Layout {
  /// A struct of this layout with the members of another one, by name; the others are zero.
  func bytes(_ other: Layout, _ content: [UInt8]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    for field in fields {
      guard let source = other.field(field.name), source.size == field.size else { continue }
      for index in 0..<field.size where source.offset + index < content.count {
        bytes[field.offset + index] = content[source.offset + index]
      }
    }
    return bytes
  }
}
