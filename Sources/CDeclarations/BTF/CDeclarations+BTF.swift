public import TypeInformation

extension CDeclarations {
  /// What BTF declares: the structs and unions as the kernel, or the object file, has them, and the enumerators. There
  /// are no macros in BTF.
  ///
  /// BTF has several structs of one name where parts of the kernel differ; the first is taken.
  ///
  /// - Parameters:
  ///   - btf: the BTF. Of a module, that of the kernel is in it too.
  ///   - source: where it was read, for messages.
  ///   - names: the structs that are wanted, with what they contain; nil for all.
  /// - Throws: ``DeclarationReadError/malformed(_:)`` with the type's id and byte.
  public init(btf: BTF, source: String, names: Set<String>? = nil) throws(DeclarationReadError) {
    let abi = Self.abi(of: btf)
    self.init(source, abis: [abi])
    let types = BTFTypes(btf)
    var maker = LayoutMaker(types, largestAlignment: abi.largestAlignment)
    for id in 0..<btf.typeCount {
      switch try types.plainNode(id + 1) {
      case .record(let name, _, _, _) where !name.isEmpty && names?.contains(name) != false:
        guard records[name] == nil, case .record(let record) = try types.node(id + 1) else { continue }
        add(name, abi, try maker.layout(of: id + 1, record))
      case .typedef(let name, let target?) where names?.contains(name) != false:
        guard records[name] == nil, case .record(let record) = try types.node(Int(target)),
          record.name.isEmpty, !record.isForward
        else { continue }
        add(name, abi, try maker.layout(of: Int(target), record))
      case .enumeration(let tag, _, let values):
        constants += values.map { CConstant($0.name, $0.bitPattern, .enumerator(of: tag)) }
      default: continue
      }
    }
  }

  private mutating func add(_ name: String, _ abi: CABI, _ layout: CLayout) {
    records[name] = CRecord(name, layouts: [abi.name: layout])
  }

  /// BTF says nothing of its architecture but the byte order and, by the reader's word, the size of a pointer.
  private static func abi(of btf: BTF) -> CABI {
    #if arch(arm64)
      let own = "arm64"
    #else
      let own = "x86_64"
    #endif
    let name = btf.pointerSize == 8 ? own : "arm"
    return CABI.all.first { $0.name == name } ?? .x86_64
  }
}

/// BTF as a source of types.
struct BTFTypes: TypeSource {
  private let btf: BTF

  init(_ btf: BTF) { self.btf = btf }

  func plainNode(_ id: Int) throws(DeclarationReadError) -> BTF.Node {
    guard let id = UInt32(exactly: id) else { throw .malformed("there is no type \(id)") }
    do throws(BTFError) { return try btf.node(id) } catch { throw .malformed("\(error)") }
  }

  func node(_ id: Int) throws(DeclarationReadError) -> TypeNode {
    switch try plainNode(id) {
    case .integer(let name, let bytes, let isSigned, _):
      return .integer(name, bytes: bytes, isSigned: isSigned)
    case .float(let name, let bytes): return .other(name, bytes: bytes)
    case .pointer(let target): return .pointer(to: target.map { Int($0) }, bytes: btf.pointerSize)
    case .array(let element, let count): return .array(of: element.map { Int($0) }, counts: [count])
    case .record(let name, let isUnion, let bytes, let members):
      return .record(
        RecordNode(
          name: name, isUnion: isUnion, bytes: bytes,
          members: members.map {
            RecordNode.Member(name: $0.name, type: $0.type.map { Int($0) }, bit: $0.bit, width: $0.width)
          }))
    case .enumeration(let name, let bytes, let values):
      return .enumeration(
        EnumerationNode(name: name, bytes: bytes, values: values.map { ($0.name, $0.bitPattern) }))
    case .forward(let name, let isUnion):
      return .record(RecordNode(name: name, isUnion: isUnion, bytes: 0, isForward: true, members: []))
    case .function(let result, let parameters):
      return .function(result: result.map { Int($0) }, parameters: parameters.map { $0.map { Int($0) } })
    case .typedef(let name, let target): return .typedef(name, of: target.map { Int($0) })
    case .qualified(let word, let target): return .qualified(word, of: target.map { Int($0) })
    case .noType: throw .malformed("type \(id) is no type of a member")
    }
  }
}
