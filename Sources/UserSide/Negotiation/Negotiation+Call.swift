import ExtensibleStructs
import KernelInterfaces

extension Negotiation {
  /// The lowest version that has all that is used.
  var floor: Int { features.compactMap(\.version).max() ?? 0 }

  /// How long the struct of a version is on the wire.
  func size(of version: Int) -> Int {
    interface.newest.scheme.wireSize(of: interface.history.versions[version].size, version: version)
  }

  /// The call of the version that is tried.
  func call() -> KernelCall {
    let known = interface.history.versions[version].size
    let length = size(of: version)
    var struct_ = Array(bytes.prefix(min(known, length)))
    struct_.append(contentsOf: repeatElement(0, count: length - struct_.count))
    if let member = interface.history.sizeMember, interface.newest.scheme.readsSizeMember {
      IntegerMember(offset: member.offset, width: member.size).set(UInt64(length), in: &struct_)
    }
    var usize: UInt64? = UInt64(length)
    switch interface.newest.scheme.size.source {
    case .elements: usize = 1
    case .pointer:
      usize = neededSize ?? UInt64(length)
      struct_.append(contentsOf: repeatElement(0, count: max(0, Int(clamping: usize ?? 0) - struct_.count)))
    case .fixed, .member, .flags: usize = nil
    case .argument, .command: break
    }
    return KernelCall(interface, memory: KernelCall.Memory(struct_), usize: usize, flags: flags, given: given)
  }

  /// Leaves features out of the struct.
  mutating func drop(_ these: [UsedFeature]) {
    for feature in these {
      features.removeAll { $0 == feature }
      dropped.append(feature)
      if feature.version != nil {
        for field in feature.members {
          given?.members[field.name] = nil
          for index in field.range where index < bytes.count { bytes[index] = 0 }
        }
        // A gate that opens two extensions stays for the other one.
        let others = features.reduce(0) { $0 | ($1.version == nil ? 0 : $1.bits) }
        clear(feature.bits & ~others, in: interface.history.flags?.field)
      } else {
        clear(feature.bits, in: feature.members.first)
      }
    }
  }

  private mutating func clear(_ bits: UInt64, in field: Field?) {
    guard let field, bits != 0 else { return }
    let member = IntegerMember(offset: field.offset, width: field.size)
    member.set(member.value(in: bytes) & ~bits, in: &bytes)
  }
}
