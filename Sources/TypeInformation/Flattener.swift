/// Unfolds a struct into the members of its members.
struct Flattener {
  let btf: BTF
  private(set) var members: [BTF.Structure.Member] = []
  /// The structs that the one at hand is part of, the outermost first.
  private var enclosing: [UInt32] = []
  private var work = 0

  init(_ btf: BTF) { self.btf = btf }

  /// What a struct passes on to its members.
  struct Context {
    var offset = 0
    var path = ""
    var tags: [String] = []
    var isOverlapping = false
  }

  /// Appends the members of `record`, which starts at `context.offset` of the outermost struct.
  mutating func flatten(_ record: TypeRecord, _ context: Context = Context()) throws(BTFError) {
    for declared in try declaredMembers(of: record) {
      let member = try place(declared.member, context, record)
      guard let inner = declared.composite else {
        members.append(member)
        continue
      }
      try enter(inner)
      let before = members.count
      try flatten(
        inner,
        Context(
          offset: member.offset, path: member.name, tags: member.tags, isOverlapping: member.isOverlapping))
      if members.count == before, member.size > 0 { members.append(member) }
      enclosing.removeLast()
    }
  }

  /// Notes that the members of `record` come next.
  mutating func enter(_ record: TypeRecord) throws(BTFError) {
    guard !enclosing.contains(record.id) else {
      throw BTFError(.cycle, in: record, expected: "a struct that does not contain itself")
    }
    guard enclosing.count < BTF.maximumDepth else {
      throw BTFError(.tooDeep, in: record, expected: "structs nested at most \(BTF.maximumDepth) deep")
    }
    enclosing.append(record.id)
  }

  /// The members as declared, from the start of `record`.
  mutating func declaredMembers(of record: TypeRecord) throws(BTFError) -> [BTF.DeclaredMember] {
    let tags = try group(btf.index.tags[record.id] ?? [], record)
    var result: [BTF.DeclaredMember] = []
    for at in 0..<record.count {
      try spend(256, record)
      let declared = try btf.member(at, of: record, tags: tags[at] ?? [])
      if let element = declared.element, enclosing.contains(element.id) {
        throw BTFError(.cycle, in: element, expected: "a struct that does not contain an array of itself")
      }
      result.append(declared)
    }
    return result
  }

  /// The member as the outermost struct has it.
  private mutating func place(
    _ member: BTF.Structure.Member, _ context: Context, _ record: TypeRecord
  ) throws(BTFError) -> BTF.Structure.Member {
    try spend(context.path.utf8.count + member.name.utf8.count + 16 * context.tags.count, record)
    var member = member
    let dot = context.path.isEmpty || member.name.isEmpty ? "" : "."
    member.name = context.path + dot + member.name
    member.offset += context.offset
    member.bits = member.bits.map { $0.lowerBound + context.offset * 8..<$0.upperBound + context.offset * 8 }
    if !context.tags.isEmpty { member.tags = context.tags + member.tags }
    member.isOverlapping = member.isOverlapping || context.isOverlapping
    return member
  }

  /// The texts of a struct's tags by member.
  private mutating func group(
    _ list: [BTF.Index.Tag], _ record: TypeRecord
  ) throws(BTFError) -> [Int: [String]] {
    var result: [Int: [String]] = [:]
    for tag in list {
      guard let component = tag.component else { continue }
      guard component < record.count else {
        throw BTFError(
          code: .badTag, location: .type(id: record.id, byte: tag.offset),
          expected: "a tag on one of \(record.count) members, not \(component)")
      }
      try spend(256, record)
      result[component, default: []].append(
        try btf.string(at: tag.name, .type(id: record.id, byte: tag.offset)))
    }
    return result
  }

  private mutating func spend(_ amount: Int, _ record: TypeRecord) throws(BTFError) {
    guard amount <= BTF.maximumWork - work else {
      throw BTFError(.tooLarge, in: record, expected: "at most \(BTF.maximumWork / 256) members in all")
    }
    work += amount
  }
}
