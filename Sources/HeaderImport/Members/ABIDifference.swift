import CDeclarations

/// Where the ABIs lay a struct out differently.
struct ABIDifference {
  /// What to say of it.
  var remark: ImportRemark
  /// Whether a 64-bit kernel has callers of both layouts.
  var concernsOneKernel: Bool
  /// Whether only `sizeof` differs, by what the compiler puts at the end.
  var isAtTheEnd: Bool

  /// The differences of all ABIs from the first, one for each member and kind of difference.
  static func all(of record: CRecord, _ abis: [CABI]) -> [ABIDifference] {
    guard let reference = abis.first, let layout = record.layouts[reference.name] else { return [] }
    let expected = MemberList(layout)
    var found: [ABIDifference] = []
    for abi in abis.dropFirst() {
      guard let other = record.layouts[abi.name].map({ MemberList($0) }),
        var difference = difference(expected, other, reference, abi)
      else { continue }
      if let index = found.firstIndex(where: {
        $0.remark.member == difference.remark.member && $0.remark.message == difference.remark.message
      }) {
        found[index].remark.abis.append(abi.name)
        found[index].concernsOneKernel = found[index].concernsOneKernel || difference.concernsOneKernel
      } else {
        difference.remark.abis = [abi.name]
        found.append(difference)
      }
    }
    return found.map { difference in
      var difference = difference
      difference.remark.message += " for \(difference.remark.abis.joined(separator: ", "))"
      return difference
    }
  }

  private static func difference(
    _ expected: MemberList, _ other: MemberList, _ reference: CABI, _ abi: CABI
  ) -> ABIDifference? {
    let concernsOneKernel = abi.host != nil
    // The first member that differs moves those behind it: it is the one to change.
    for (old, new) in zip(expected.named, other.named) {
      guard old.name == new.name else {
        return ABIDifference(
          remark: ImportRemark(
            old.name, at: old.offset, "is \(new.name)", remedy: "declare one struct for all ABIs"),
          concernsOneKernel: concernsOneKernel, isAtTheEnd: false)
      }
      if old.size != new.size {
        return ABIDifference(
          remark: ImportRemark(
            old.name, at: old.offset,
            "\(old.typeName) is \(old.size) bytes for \(reference.name), \(new.size)",
            remedy: old.widthRemedy),
          concernsOneKernel: concernsOneKernel, isAtTheEnd: false)
      }
      if old.offset != new.offset {
        return ABIDifference(
          remark: ImportRemark(
            old.name, at: old.offset, "at byte \(old.offset) for \(reference.name), \(new.offset)",
            remedy:
              "declare it __aligned_u64, or put explicit pad of \(abs(old.offset - new.offset)) bytes before it"
          ),
          concernsOneKernel: concernsOneKernel, isAtTheEnd: false)
      }
    }
    guard expected.size != other.size else { return nil }
    let difference = abs(expected.size - other.size)
    return ABIDifference(
      remark: ImportRemark(
        "", at: min(expected.size, other.size),
        "sizeof is \(expected.size) for \(reference.name), \(other.size)",
        remedy:
          "put explicit pad of \(difference) bytes at the end, or declare a member of 8 bytes __aligned_u64"),
      concernsOneKernel: concernsOneKernel, isAtTheEnd: true)
  }
}

extension MemberList {
  /// The members that are declared.
  var named: [FlatMember] { members.filter { $0.kind != .padding } }
}

extension FlatMember {
  /// Its type in messages.
  var typeName: String {
    switch kind {
    case .integer(let name), .other(let name): name
    case .pointer(let name): "the pointer (\(name))"
    case .array: "the array"
    case .union: "the union"
    case .bitFields: "the unit of bit-fields"
    case .padding: "the padding"
    }
  }

  /// What makes it as wide for all callers.
  var widthRemedy: String {
    switch kind {
    case .pointer: "declare it __aligned_u64, and turn it into a pointer with u64_to_user_ptr()"
    case .integer: "declare it __u32, or __aligned_u64"
    default: "declare it of types of a fixed width: __u32, __aligned_u64"
    }
  }
}
