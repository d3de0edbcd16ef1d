import CDeclarations
import ExtensibleStructs
import KernelInterfaces

extension ImportWork {
  /// The history, and which members are reserved.
  mutating func history() throws(ImportError) -> History {
    let newest = versions.last?.size ?? 0
    var fields = members.members.map(\.field)
    // What is behind the newest version has no meaning yet, whatever its name.
    for index in fields.indices where fields[index].offset >= newest { fields[index].isReserved = true }
    let reserved = fields.filter(\.isReserved).map(\.name)
    inferences.append(
      ImportInference(
        .reserved, reserved.joined(separator: ", "),
        reserved.isEmpty ? "no member is named so" : "their names"))
    let gateBits = gates.values.reduce(0, |)
    let flagsField = flags.map {
      FlagsField($0.field, known: known.bits & ~gateBits, names: known.names)
    }
    do throws(DeclarationError) {
      return try History(
        try Layout(name, fields: fields),
        versions: versions.enumerated().map { Version($1.name, size: $1.size, gate: gates[$0] ?? 0) },
        flags: flagsField, sizeMember: sizeMember?.field)
    } catch { throw .declaration(error) }
  }

  /// The interface under the scheme that was asked for, or under the first that can carry the struct.
  mutating func interface(_ history: History) throws(ImportError) -> Interface {
    let ioctls = Ioctls(taking: name, in: declarations)
    inferences.append(ioctls.inference)
    if let first = ioctls.list.first, options.device == nil {
      open.append("--on PATH: the file that \(first.name) is made on")
    }
    let differences = ABIDifference.all(of: record, declarations.abis)
    remarks += differences.map(\.remark)
    let dividing = differences.filter(\.concernsOneKernel)
    if let given = options.scheme {
      let scheme = try ProposedSchemes.named(given, for: history)
      guard Self.carries(scheme, dividing) else {
        throw .layoutDiffers(name, scheme: given, dividing.map(\.remark))
      }
      inferences.append(ImportInference(.scheme, scheme.name, "--scheme", isGiven: true))
      do throws(InterfaceError) {
        return try Interface(prototype: history, scheme, call: ioctls.call(on: options.device))
      } catch { throw .interface(error) }
    }
    let found = ProposedSchemes.Found(
      history: history, hasSizeConstants: hasSizeConstants, isArgsz: sizeMember?.name == "argsz",
      ioctls: ioctls, isNewStruct: options.bases.contains { $0.name != name })
    let schemes = ProposedSchemes(found).list
    guard schemes.contains(where: { Self.carries($0.scheme, dividing) }) else {
      throw .layoutDiffers(name, scheme: nil, dividing.map(\.remark))
    }
    var failure: InterfaceError?
    for (scheme, reason) in schemes where Self.carries(scheme, dividing) {
      do throws(InterfaceError) {
        // An ioctl's number is no place for the size of a scheme that takes it from elsewhere: the call is left out then.
        let call = scheme.name == "size-argument" ? nil : ioctls.call(on: options.device)
        let interface = try Interface(prototype: history, scheme, call: call)
        inferences.append(ImportInference(.scheme, scheme.name, reason))
        open.append("--scheme S: whether the kernel does as \(scheme.name) does (`extstruct explain`)")
        return interface
      } catch { failure = failure ?? error }
    }
    guard let failure else { throw .layoutDiffers(name, scheme: nil, dividing.map(\.remark)) }
    throw .interface(failure)
  }

  /// Whether callers of all layouts can use a scheme.
  private static func carries(_ scheme: Scheme, _ differences: [ABIDifference]) -> Bool {
    differences.allSatisfy { $0.isAtTheEnd && ProposedSchemes.carriesSizes(scheme) }
  }
}

extension FlatMember {
  fileprivate var isScalar: Bool {
    switch kind {
    case .integer, .pointer: true
    default: false
    }
  }
}

extension MemberList {
  /// Gives a member another name, unless one has that name.
  mutating func rename(_ index: Int, _ name: String) {
    guard !members.contains(where: { $0.name == name }) else { return }
    members[index].name = name
  }

  /// What is to be known of the members alone.
  func remarks(_ layout: CLayout) -> [ImportRemark] {
    var remarks: [ImportRemark] = []
    for member in members {
      switch member.kind {
      case .padding:
        remarks.append(
          ImportRemark(
            member.name, at: member.offset,
            "\(member.size) bytes of implicit padding, which callers do not set",
            remedy: "declare them as explicit pad"))
      case .union(let names) where names.count > 1:
        remarks.append(
          ImportRemark(
            member.name, at: member.offset,
            "a union of \(names.joined(separator: ", ")), carried as one member of \(member.size) bytes"))
      case .pointer(let type):
        remarks.append(
          ImportRemark(
            member.name, at: member.offset, "a pointer (\(type)), as wide as the caller's",
            remedy: member.widthRemedy))
      default: break
      }
    }
    if layout.alignment == 1, members.contains(where: { $0.size > 1 && $0.isScalar }) {
      remarks.append(
        ImportRemark(
          "", at: 0, "the struct is packed: its members may be anywhere",
          remedy: "give it explicit pad instead"))
    }
    if let flexible {
      remarks.append(
        ImportRemark(
          flexible.name, at: flexible.offset,
          "a flexible array: nothing can be added behind it, and its elements are not described"))
    }
    if layout.isUnion {
      remarks.append(ImportRemark("", at: 0, "it is a union: carried as one member"))
    }
    return remarks
  }
}
