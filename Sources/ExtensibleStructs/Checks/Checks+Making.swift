extension Checks {
  /// What a list is made from: the scheme and the facts of a release, and the kernel's version of the struct.
  struct Source {
    var history: History
    var scheme: Scheme
    /// The flag bits that this kernel knows.
    var knownFlags: UInt64
    var rules: [MemberRule]
    /// The numbers that a flags argument asks for.
    var numbers: [Behavior.Number] = []
    /// How the scheme, the flags and the rules are known.
    var bases: Behavior.Bases
    /// The kernel's size of the struct, pad included.
    var ksize: Int
    /// How many of the bytes this kernel gives a meaning.
    var known: Int
    var version0: Int
    var gates: [Codec.Gate]
    var publishedSizes: [Int]
    /// What an ioctl number that no kernel knows is answered with.
    var absent: LinuxErrno

    var flags: IntegerMember { IntegerMember(history.flags?.field) }
    var sizeMember: IntegerMember { IntegerMember(history.sizeMember) }
  }

  /// Lists the steps, in their order.
  init(_ source: Source) {
    var list = List(source)
    let scheme = source.scheme
    if case .askedFirst(let capability, let errno) = scheme.privilege {
      list.add(.privilege(capability), errno)
    }
    for (index, number) in source.numbers.enumerated() {
      list.add(.number(number), basis: source.bases.numbers[index])
    }
    if case .rejectedFirst(let known, let errno) = scheme.flagsArgument {
      list.add(.flagsArgument(known: known), errno)
    }
    switch scheme.nullPointer {
    case .rejectedFirst(let errno): list.add(.nullPointer, errno)
    case .takenWithoutSize(let errno):
      list.add(.nullWithSize, errno)
      list.add(.withoutStruct)
    case .faultsWhenRead, .rejectedAfterSize, .takenAfterSize: break
    }
    list.addFirstFetch()
    if let count = scheme.input?.peek, count > 0 { list.add(.peek(count), .EFAULT) }
    let sizes = list.steps.count
    list.addSize()
    if case .rejectedAfterSize(let errno) = scheme.nullPointer {
      list.add(.nullPointer, errno, writingBack: true)
    }
    if case .takenAfterSize = scheme.nullPointer { list.add(.withoutStruct) }
    let sizesEnd = list.steps.count
    if case .askedAfterSize(let capability, let errno) = scheme.privilege {
      list.add(.privilege(capability), errno)
    }
    var contents = sizesEnd..<sizesEnd
    switch scheme.direction {
    case .takesIn(let input):
      list.addCopy(input)
      if case .elements = scheme.size {} else { list.addWhatFollowsCopy() }
      let start = list.steps.count
      list.addContent(input)
      contents = start..<list.steps.count
      list.closeElements()
      if input.copiesBack { list.add(.copyBack, .EFAULT) }
      if let member = input.writtenMember, member.end <= source.known {
        list.add(.writeMember(member), .EFAULT)
      }
      if scheme.member?.reportsNeededSize == true { list.add(.reportNeededSize(source.sizeMember), .EFAULT) }
    case .handsOut(let output): list.addHandingOut(output)
    }
    steps = list.steps
    sizeSteps = sizes..<sizesEnd
    contentSteps = contents
    ksize = source.ksize
    flags = source.flags
    knownFlags = source.knownFlags
    sizeMember = source.sizeMember
    version0 = source.version0
    gates = source.gates
    publishedSizes = source.publishedSizes
    refusal = scheme.input?.refusal ?? .leftAlone
  }

  /// The list while it is made.
  struct List {
    let source: Source
    var steps: [Step] = []
    private var elements: Int?

    init(_ source: Source) { self.source = source }

    /// Adds a step, after whose failure the size may be written back if the scheme does that.
    ///
    /// - Parameter basis: how it is known that the kernel does so; as the scheme is, by default.
    mutating func add(
      _ action: Action, _ errno: LinuxErrno? = nil, writingBack: Bool = false, basis: Behavior.Basis? = nil
    ) {
      let writeBack = writingBack ? source.scheme.member?.writeBack : nil
      steps.append(Step(action, errno, writesBackOn: writeBack, basis: basis ?? source.bases.call))
    }

    /// Begins the steps that are made for each element of an array.
    mutating func openElements() {
      elements = steps.count
      add(.eachElement(end: 0))
    }

    /// Ends them, if the struct is an element, and adds what is looked at behind the last one.
    mutating func closeElements() {
      guard let elements else { return }
      steps[elements] = Step(.eachElement(end: steps.count), basis: source.bases.call)
      addWhatFollowsCopy()
    }

    /// Adds what is asked of the caller and of its flags argument once the struct, or the last element, was copied.
    mutating func addWhatFollowsCopy() {
      if case .askedAfterCopy(let capability, let errno) = source.scheme.privilege {
        add(.privilege(capability), errno)
      }
      if case .rejectedAfterCopy(let known, let errno) = source.scheme.flagsArgument {
        add(.flagsArgument(known: known), errno)
      }
    }
  }
}
