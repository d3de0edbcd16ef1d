import CDeclarations

/// The members of a struct in one ABI, side by side: structs inside it unfolded, unions and units of bit-fields as one
/// member each, what the compiler puts between them named.
struct MemberList {
  var members: [FlatMember] = []
  /// The flexible array at the end, which belongs to no version; nil if there is none.
  private(set) var flexible: (name: String, offset: Int)?
  let size: Int

  init(_ layout: CLayout) {
    size = layout.size
    if layout.isUnion {
      members = [Self.union(layout, "", at: 0)]
    } else {
      add(layout, at: 0, prefix: "")
    }
    fillHoles()
    name()
  }

  private mutating func add(_ layout: CLayout, at base: Int, prefix: String) {
    for (index, member) in layout.members.enumerated() {
      let name = prefix + member.name
      if member.isBitField {
        let next = layout.members[(index + 1)...].first { !$0.isBitField }?.offset ?? layout.size
        add(bitField: member, name, at: base, next: base + next)
        continue
      }
      let offset = base + member.offset
      switch member.type {
      case .record(_, let inner) where inner.isUnion:
        // A flexible array may be in a union or a struct of its own.
        if inner.size == 0 {
          add(flexible: inner, name, at: offset)
        } else {
          members.append(Self.union(inner, name, at: offset))
        }
      case .record(_, let inner):
        add(inner, at: offset, prefix: member.name.isEmpty ? prefix : name + ".")
      case .array(_, nil): flexible = (name, offset)
      case .array(_, 0?): continue
      case .array(let element, _):
        append(name, offset, member.size, alignment: Self.alignment(of: element), .array)
      case .integer(let type, let bytes, _):
        append(name, offset, bytes, alignment: bytes, .integer(type))
      case .enumeration(let tag, let bytes):
        append(name, offset, bytes, alignment: bytes, .integer("enum \(tag)"))
      case .pointer(let type, let bytes): append(name, offset, bytes, alignment: bytes, .pointer(type))
      case .other(let type, let bytes):
        append(name, offset, bytes, alignment: Self.alignment(of: member.type), .other(type))
      }
    }
  }

  private mutating func append(
    _ name: String, _ offset: Int, _ size: Int, alignment: Int, _ kind: FlatMember.Kind
  ) {
    guard size > 0 else { return }
    var alignment = alignment
    // A packed struct's members are where they are.
    while alignment > 1, offset % alignment != 0 { alignment /= 2 }
    members.append(
      FlatMember(
        name: name, offset: offset, size: size, alignment: alignment, kind: kind,
        isReserved: FlatMember.isReserved(name)))
  }

  private mutating func add(flexible union: CLayout, _ name: String, at offset: Int) {
    for member in union.members where member.type.isFlexibleArray { flexible = (member.name, offset) }
  }

  /// Adds a bit-field to the unit that it is in, which is as wide as its type where no other member is in the way.
  private mutating func add(bitField member: CMember, _ name: String, at base: Int, next: Int) {
    guard !member.bits.isEmpty else { return }
    let bits = member.bits.lowerBound + 8 * base..<member.bits.upperBound + 8 * base
    if let last = members.last, case .bitFields(var fields) = last.kind, bits.upperBound <= 8 * last.end {
      fields.append(
        FlatMember.BitField(
          name: name, bits: bits.lowerBound - 8 * last.offset..<bits.upperBound - 8 * last.offset))
      members[members.count - 1].kind = .bitFields(fields)
      return
    }
    let unit = max(member.type.size, 1)
    let start = max(base + member.offset / unit * unit, members.last?.end ?? 0)
    let end = max((bits.upperBound + 7) / 8, min(base + (member.offset / unit + 1) * unit, next))
    append(
      name, start, end - start, alignment: unit,
      .bitFields([
        FlatMember.BitField(name: name, bits: bits.lowerBound - 8 * start..<bits.upperBound - 8 * start)
      ]))
  }

  private static func union(_ layout: CLayout, _ name: String, at offset: Int) -> FlatMember {
    let names = layout.members.flatMap(names)
    let name = name.isEmpty || name.hasSuffix(".") ? name + (names.first ?? "union") : name
    return FlatMember(
      name: name, offset: offset, size: layout.size, alignment: alignment(of: .record("", layout)),
      kind: .union(members: names), isReserved: !names.isEmpty && names.allSatisfy(FlatMember.isReserved))
  }

  private static func names(_ member: CMember) -> [String] {
    if !member.name.isEmpty { return [member.name] }
    if case .record(_, let inner) = member.type { return inner.members.flatMap(names) }
    return []
  }

  /// The largest alignment that a type has in any ABI: an integer's own width.
  private static func alignment(of type: CType) -> Int {
    switch type {
    case .integer, .enumeration, .pointer: type.size
    case .other: min(type.size & -type.size, 8)
    case .array(let element, _): alignment(of: element)
    case .record(_, let layout):
      layout.alignment == 1 ? 1 : layout.members.map { alignment(of: $0.type) }.max() ?? 1
    }
  }

  /// Names what the compiler puts between members and at the end.
  private mutating func fillHoles() {
    var filled: [FlatMember] = []
    var end = 0
    func hole(to next: Int) {
      guard next > end else { return }
      filled.append(
        FlatMember(
          name: "hole_at_\(end)", offset: end, size: next - end, alignment: 1, kind: .padding,
          isReserved: true))
    }
    for member in members {
      hole(to: member.offset)
      filled.append(member)
      end = max(end, member.end)
    }
    hole(to: size)
    members = filled
  }

  /// Gives every member a name of its own: reserved ones may have one name in two structs inside.
  private mutating func name() {
    var seen: Set<String> = []
    for index in members.indices {
      while !seen.insert(members[index].name).inserted { members[index].name += "_" }
    }
  }
}
