import ExtensibleStructs
import SimulatedKernel

extension Lint {
  /// What the newest edition of a call shows.
  static func findings(in interface: Interface) -> [Finding] {
    guard interface.direction == .in else { return [] }
    let scheme = interface.newest.scheme
    let history = interface.history
    let grew = history.versions.count > 1
    var found: [Finding] = []
    func find(_ rule: Finding.Rule, _ subject: String = "") {
      found.append(Finding(rule, subject, interface: interface.name))
    }
    for version in history.versions.indices.dropFirst() where history.versions[version].gate != 0 {
      if takesFlag(of: version, interface) {
        find(
          .flagNotRefused,
          "\(hexadecimal(history.versions[version].gate)) before \(history.versions[version].name)")
      }
    }
    for version in history.versions.indices.dropFirst() where takesFlagWithOldSize(version, interface) {
      find(
        .flagTakenWithOldSize,
        "\(hexadecimal(history.versions[version].gate)) with \(history.versions[version - 1].name)")
    }
    for version in history.versions.indices.dropLast() where refusesOld(version, interface) {
      find(.oldStructRefused, history.versions[version].name)
    }
    if scheme.input?.pad == .ignored, let reserved = reservedBytes(of: interface) {
      find(.uncheckedReserved, reserved)
    }
    if case .padded(let bytes, _) = scheme.capacity, bytes > history.layout.size {
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

  /// Whether a kernel of the version in front takes the flag of `version`.
  private static func takesFlag(of version: Int, _ interface: Interface) -> Bool {
    guard let kernel = try? Codec(interface, version: version - 1), let flags = interface.history.flags?.field
    else { return false }
    let gate = interface.history.versions[version].gate
    return take(kernel, flags: gate & ~(gate - 1), at: flags, size: kernel.size, interface) != nil
  }

  /// Whether the newest kernel takes the flag of `version` from a caller whose struct ends in front of what it opens.
  private static func takesFlagWithOldSize(_ version: Int, _ interface: Interface) -> Bool {
    let history = interface.history
    let gate = history.versions[version].gate
    guard gate != 0, let flags = history.flags?.field,
      let kernel = try? Codec(interface, version: history.versions.count - 1),
      let user = try? Codec(interface, version: version - 1), user.size < history.versions[version].size
    else { return false }
    return take(kernel, flags: gate & ~(gate - 1), at: flags, size: user.size, interface) != nil
  }

  /// Whether the newest kernel refuses a struct of `version` that means nothing newer, or sees anything but zeros
  /// behind it.
  private static func refusesOld(_ version: Int, _ interface: Interface) -> Bool {
    guard let user = try? Codec(interface, version: version),
      let kernel = try? Codec(interface, version: interface.history.versions.count - 1)
    else { return false }
    guard let seen = take(kernel, size: user.size, interface) else { return true }
    return seen.dropFirst(user.size).contains { $0 != 0 }
  }

  /// What a kernel sees of a struct of zeros, with the size in it and a flag; nil if it refuses.
  private static func take(
    _ kernel: Codec, flags: UInt64 = 0, at field: Field? = nil, size: Int, _ interface: Interface
  ) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: size)
    if let field { UserStore.set(flags, at: field.offset, width: field.size).apply(to: &bytes) }
    if let member = interface.history.sizeMember, kernel.scheme.readsSizeMember {
      UserStore.set(UInt64(size), at: member.offset, width: member.size).apply(to: &bytes)
    }
    var memory = PagedMemory(bytes, pages: [.init(0..<size)])
    var seen = [UInt8](repeating: 0, count: kernel.size)
    do throws(Rejection) {
      _ = try SimulatedKernel.take(kernel, from: &memory, usize: UInt64(size), into: &seen)
      return seen
    } catch { return nil }
  }

  /// The reserved members that this edition reads, and the pad that is none.
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

  private static func hexadecimal(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
}
