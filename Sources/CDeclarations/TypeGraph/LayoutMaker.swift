/// Where the types of a program, or of a kernel, can be looked up by their numbers.
protocol TypeSource {
  /// The type with this number.
  func node(_ id: Int) throws(DeclarationReadError) -> TypeNode
}

/// Makes layouts of the types of a source.
struct LayoutMaker<Source: TypeSource> {
  let source: Source
  /// What the largest integer is aligned to.
  let largestAlignment: Int
  /// How deep types may nest, and typedefs be chained.
  private static var maximumDepth: Int { 64 }
  /// How many members one layout may have at all depths: without a bound a few hundred bytes unfold into billions.
  private static var maximumMembers: Int { 1 << 20 }
  private var layouts: [Int: (layout: CLayout, members: Int)] = [:]

  init(_ source: Source, largestAlignment: Int) {
    self.source = source
    self.largestAlignment = largestAlignment
  }

  /// The layout of the struct or union with this number.
  mutating func layout(of id: Int, _ record: RecordNode) throws(DeclarationReadError) -> CLayout {
    try counted(id, record, depth: 0).layout
  }

  private mutating func counted(
    _ id: Int, _ record: RecordNode, depth: Int
  ) throws(DeclarationReadError) -> (layout: CLayout, members: Int) {
    if let known = layouts[id] { return known }
    guard depth < Self.maximumDepth else { throw .malformed("type \(id) is nested too deeply") }
    var members: [CMember] = []
    var count = 0
    var natural = 1
    for (at, member) in record.members.enumerated() {
      let isLast = record.isUnion || at == record.members.count - 1
      let (type, inner, alignment) = try type(member.type, isLast: isLast, depth: depth + 1)
      count += inner + 1
      guard count <= Self.maximumMembers else { throw .malformed("type \(id) has too many members") }
      natural = max(natural, alignment)
      if let width = member.width {
        members.append(CMember(member.name, bits: member.bit..<member.bit + width, isBitField: true, type))
      } else {
        members.append(CMember(member.name, at: member.bit / 8, type))
      }
    }
    let isPacked =
      record.bytes % natural != 0
      || members.contains { !$0.isBitField && $0.offset % alignment(of: $0.type) != 0 }
    let layout = CLayout(
      isUnion: record.isUnion, size: record.bytes, alignment: record.alignment ?? (isPacked ? 1 : natural),
      members: members)
    layouts[id] = (layout, count)
    return (layout, count)
  }

  /// A member's type, how many members it has at all depths, and its alignment where nothing else is recorded.
  private mutating func type(
    _ first: Int?, isLast: Bool, depth: Int
  ) throws(DeclarationReadError) -> (type: CType, members: Int, alignment: Int) {
    guard var id = first else { throw .malformed("a member is of type void") }
    var node = try source.node(id)
    var name: String?
    for _ in 0...Self.maximumDepth {
      switch node {
      case .typedef(let typedef, let target):
        name = name ?? typedef
        guard let target else { throw .malformed("type \(id), \(typedef), is void") }
        id = target
      case .qualified(_, let target?): id = target
      case .qualified(_, nil): throw .malformed("a member is of type void")
      case .integer(let own, let bytes, let isSigned):
        return (.integer(name ?? own, bytes: bytes, isSigned: isSigned), 0, min(bytes, largestAlignment))
      case .other(let own, let bytes):
        return (.other(name ?? own, bytes: bytes), 0, min(bytes, largestAlignment))
      case .enumeration(let enumeration):
        let tag = enumeration.name.isEmpty ? name ?? "" : enumeration.name
        let bytes = enumeration.bytes
        return (.enumeration(tag, bytes: bytes), 0, min(bytes, largestAlignment))
      case .pointer(_, let bytes):
        return (.pointer(try words(id, depth: depth), bytes: bytes), 0, bytes)
      case .record(let record):
        let (layout, members) = try counted(id, record, depth: depth)
        return (.record(record.name.isEmpty ? name ?? "" : record.name, layout), members, layout.alignment)
      case .array(let element, let counts):
        let (inner, members, alignment) = try type(element, isLast: false, depth: depth + 1)
        var type = inner
        for (at, count) in counts.enumerated().reversed() {
          let isFlexible = count == nil || count == 0 && isLast && at == 0
          let (size, overflow) = type.size.multipliedReportingOverflow(by: count ?? 0)
          guard !overflow, size <= Int(Int32.max) else { throw .malformed("type \(id) is too large") }
          type = .array(type, count: isFlexible ? nil : count)
        }
        return (type, members, alignment)
      case .function: throw .malformed("a member is a function")
      }
      node = try source.node(id)
    }
    throw .malformed("type \(id) is a chain of typedefs without an end")
  }

  private func alignment(of type: CType) -> Int {
    switch type {
    case .record(_, let layout): layout.alignment
    case .array(let element, _): alignment(of: element)
    default: max(min(type.size, largestAlignment), 1)
    }
  }

  /// A type as C writes it, in short: `struct iovec *`, `const char *`, `void (*)(int)`.
  private func words(_ id: Int?, depth: Int) throws(DeclarationReadError) -> String {
    guard let id else { return "void" }
    guard depth < Self.maximumDepth else { throw .malformed("type \(id) is nested too deeply") }
    switch try source.node(id) {
    case .integer(let name, _, _), .other(let name, _), .typedef(let name, _): return name
    case .enumeration(let enumeration): return "enum \(enumeration.name)"
    case .record(let record): return (record.isUnion ? "union " : "struct ") + record.name
    case .qualified("", let target): return try words(target, depth: depth + 1)
    case .qualified(let word, let target): return word + " " + (try words(target, depth: depth + 1))
    case .array(let element, _): return try words(element, depth: depth + 1) + "[]"
    case .function: return "function"
    case .pointer(let target, _):
      if let target, case .function(let result, let parameters) = try source.node(target) {
        var list: [String] = []
        for parameter in parameters { list.append(try words(parameter, depth: depth + 1)) }
        let arguments = list.isEmpty ? "void" : list.joined(separator: ", ")
        return try words(result, depth: depth + 1) + " (*)(" + arguments + ")"
      }
      let target = try words(target, depth: depth + 1)
      return target + (target.hasSuffix("*") ? "*" : " *")
    }
  }
}
