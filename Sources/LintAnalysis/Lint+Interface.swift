import Documents
import ExtensibleStructs
import KernelInterfaces

extension Lint {
  /// What the newest release's kernels do with a call that goes wrong, or will.
  static func issues(in interface: Interface) -> [Issue] {
    guard interface.direction == .in else { return [] }
    let scheme = interface.newest.scheme
    let history = interface.history
    let grew = history.versions.count > 1
    var found: [Issue] = []
    func find(_ rule: Rule, _ subject: String = "") {
      found.append(Issue(rule, subject, interface: interface.name))
    }
    let unknown = unknownFlagsTaken(interface)
    if unknown != 0 { find(.unknownFlagsNotRefused, hex(unknown)) }
    for version in history.versions.indices.dropFirst() {
      let gates = taken(history.versions[version].gate, by: version - 1, interface)
      if gates != 0 {
        find(.flagNotRefused, "\(hex(gates)) before \(history.versions[version].name)")
      }
    }
    for version in history.versions.indices.dropFirst() {
      let gates = flagsTakenWithOldSize(version, interface)
      if gates != 0 {
        find(.flagTakenWithOldSize, "\(hex(gates)) with \(history.versions[version - 1].name)")
      }
    }
    for version in history.versions.indices.dropLast() where refusesOld(version, interface) {
      find(.oldStructRefused, history.versions[version].name)
    }
    if scheme.input?.pad == .ignored, let reserved = reservedBytes(of: interface) {
      find(.uncheckedReserved, reserved)
    }
    if case .padded(let bytes, _) = scheme.capacity, bytes > history.layout.size, !canGrow(scheme) {
      found.append(padLeft(bytes - meaningfulEnd(of: history), interface: interface.name))
    }
    if scheme.size.source == .command { find(.sizeInCommand) }
    if let bounds = scheme.bounds {
      switch scheme.input?.tail {
      case .ignored, .fetched: find(.tailNotChecked)
      case .mustBeZero: if grew { find(.tailMustBeZero) }
      case nil: break
      }
      if bounds.minimum.bytes == 0 { find(.noMinimum) }
    }
    if scheme.member?.zero == .meansVersion0, grew { find(.zeroSize) }
    return found
  }

  /// Which of some flag bits a kernel takes; none where flags are only handed out, as it does not look at them.
  ///
  /// - Parameters:
  ///   - version: the index of the version that the kernel knows.
  ///   - size: the user's size in bytes; nil for the kernel's.
  private static func taken(
    _ flags: UInt64, by version: Int, size: Int? = nil, _ interface: Interface
  ) -> UInt64 {
    guard interface.history.flags != nil, interface.newest.scheme.input?.unknownFlags != .handedOut,
      let kernel = try? Codec(interface, version: version)
    else { return 0 }
    let probe = AcceptedStruct(kernel: kernel, size: size ?? kernel.size)
    return (0..<64).map { UInt64(1) << $0 }.reduce(0) { taken, bit in
      guard flags & bit != 0, let bytes = probe.bytes(with: bit), kernel.sees(bytes) != nil else {
        return taken
      }
      return taken | bit
    }
  }

  /// Which flag bits the newest kernel takes and gives no meaning.
  private static func unknownFlagsTaken(_ interface: Interface) -> UInt64 {
    guard let kernel = try? Codec(interface) else { return 0 }
    let all: UInt64 = kernel.flags.width >= 8 ? .max : (1 << UInt64(8 * kernel.flags.width)) - 1
    return taken(all & ~kernel.knownFlags, by: interface.newest.version, interface)
  }

  /// Which flags of `version` the newest kernel takes from a caller whose struct ends in front of what they open.
  private static func flagsTakenWithOldSize(_ version: Int, _ interface: Interface) -> UInt64 {
    let history = interface.history
    guard let user = try? Codec(interface, version: version - 1), user.size < history.versions[version].size
    else { return 0 }
    return taken(
      history.versions[version].gate, by: history.versions.count - 1, size: user.size, interface)
  }

  /// Whether the newest kernel refuses a struct that one of `version` takes, or sees anything but zeros behind it.
  ///
  /// - Returns: false if no struct was found that a kernel of `version` takes.
  private static func refusesOld(_ version: Int, _ interface: Interface) -> Bool {
    guard let old = try? Codec(interface, version: version),
      let new = try? Codec(interface, version: interface.history.versions.count - 1),
      let bytes = AcceptedStruct(kernel: old, size: old.size).bytes(), old.sees(bytes) != nil
    else { return false }
    guard let seen = new.sees(bytes) else { return true }
    return seen.dropFirst(old.size).contains { $0 != 0 }
  }

  /// Whether a newer struct can be longer than an older kernel's: then it grows behind the pad, not into it.
  private static func canGrow(_ scheme: Scheme) -> Bool { scheme.bounds != nil }

  /// The reserved members that the newest release reads, and the pad behind the last member; nil if there are none.
  private static func reservedBytes(of interface: Interface) -> String? {
    let history = interface.history
    var end = history.versions[interface.newest.version].size
    var names: [String] = []
    if case .padded(let bytes, _) = interface.newest.scheme.capacity {
      if bytes > history.layout.size { names.append("bytes \(history.layout.size)-\(bytes - 1)") }
      end = bytes
    }
    names.insert(
      contentsOf: history.layout.fields.filter { $0.isReserved && $0.offset < end }.map(\.name), at: 0)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }
}
