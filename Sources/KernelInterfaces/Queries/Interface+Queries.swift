import ExtensibleStructs

extension Interface {
  /// The questions that tell what a kernel knows of this interface and that change nothing: those that were declared, and
  /// those that follow from the scheme.
  public var queries: [CapabilityQuery] { declaredQueries + derivedQueries }

  /// The same questions for every interface of a scheme.
  private var derivedQueries: [CapabilityQuery] {
    let scheme = newest.scheme
    let newestSize = scheme.wireSize(of: history.versions[newest.version].size, version: newest.version)
    var queries: [CapabilityQuery] = []
    // A size below every version's is refused with the kernel's own written back.
    if let size = history.sizeMember, let errno = scheme.member?.writeBack,
      scheme.bounds?.minimum.errno == errno, scheme.bounds?.minimum.bytes != 0
    {
      let member = IntegerMember(offset: size.offset, width: size.size)
      var bytes = [UInt8](repeating: 0, count: history.versions[0].size)
      member.set(1, in: &bytes)
      queries.append(
        CapabilityQuery(
          "\(size.name) written back", .structure(bytes), answer: .member(size.name, on: errno),
          tells: [.size]))
    }
    if let size = history.sizeMember, scheme.output?.reportsCopiedBytes == true {
      queries.append(
        CapabilityQuery(
          "\(size.name) handed back", .structure([UInt8](repeating: 0, count: newestSize)),
          answer: .member(size.name), tells: [.size]))
    }
    if scheme.size.source == .pointer {
      queries.append(CapabilityQuery("size written to the word", .null, answer: .sizeWord, tells: [.size]))
    }
    guard let flags = history.flags?.field else { return queries }
    let member = IntegerMember(offset: flags.offset, width: flags.size)
    if scheme.output?.fetchesRequest == true {
      let gates = history.versions.reduce(0) { $0 | $1.gate }
      var bytes = [UInt8](repeating: 0, count: newestSize)
      member.set(gates | (history.flags?.known ?? 0), in: &bytes)
      queries.append(
        CapabilityQuery(
          "\(flags.name) handed back", .structure(bytes), answer: .member(flags.name),
          tells: [.flags(of: gates)]))
    }
    if scheme.input?.copiesBack == true, let call, call.filledIn.contains(flags.name) {
      var bytes = [UInt8](repeating: 0, count: newestSize)
      for (name, value) in call.samples {
        guard case .constant(let integer) = value, let field = history.layout.field(name) else { continue }
        IntegerMember(offset: field.offset, width: field.size).set(integer, in: &bytes)
      }
      // A descriptor takes one such call, so that the program's own is not used up.
      queries.append(
        CapabilityQuery(
          "\(flags.name) handed back", .structure(bytes), answer: .member(flags.name),
          tells: [.flags(of: .max)], asksGivenFile: false))
    }
    return queries
  }
}
