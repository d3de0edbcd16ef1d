public import ExtensibleStructs

/// A question to a kernel about what it knows of an interface: a call that changes nothing, and where the answer is.
///
/// It is made of the same call as any other, so that every kernel can be asked: the running one, and the simulated one of any
/// release. `landlock_create_ruleset`:
///
///     CapabilityQuery(
///       "LANDLOCK_CREATE_RULESET_VERSION", .number(flags: 1), answer: .returned,
///       tells: [.version(1, from: 4), .version(2, from: 6)])
public struct CapabilityQuery: Hashable, Sendable {
  /// What is asked.
  public enum Question: Hashable, Sendable {
    /// This value of the flags argument, with NULL and a size of 0, asks for a number: ``Fact/Statement/number(_:)``.
    case number(flags: UInt64)
    /// The struct of these bytes is handed in.
    ///
    /// - Parameter usize: the size, where it travels outside the struct; nil for the number of bytes.
    case structure([UInt8], usize: UInt64? = nil)
    /// NULL with a size of 0.
    case null
  }

  /// Where the answer is.
  public enum Answer: Hashable, Sendable {
    /// The call returns it.
    case returned
    /// The member of this C name holds it afterwards, if the call ended with this errno; nil for success.
    case member(String, on: LinuxErrno? = nil)
    /// The word holds it that a second pointer leads to, however the call ended.
    case sizeWord
  }

  /// What the answer says of the kernel.
  public enum Meaning: Hashable, Sendable {
    /// It is the kernel's size of the struct, or the query's if that is less.
    case size
    /// It is a mask: the bits of the flags member that the kernel knows.
    ///
    /// - Parameter of: the bits that it speaks of.
    case flags(of: UInt64)
    /// The kernel knows the version with this index if the answer is at least so much.
    case version(Int, from: Int)
    /// The kernel knows these flag bits if the answer is at least so much.
    case flag(UInt64, from: Int)
    /// The kernel has the call if the answer is at least so much.
    case call(from: Int)
  }

  /// What it is called: the C constant that asks, where there is one.
  public let name: String
  /// The interface whose call asks; nil for the one that the query belongs to.
  public let interface: Interface?
  /// What is asked.
  public let question: Question
  /// Where the answer is.
  public let answer: Answer
  /// What the answer says.
  public let tells: [Meaning]
  /// What kernels answer, by release, where that does not follow from the facts of the interface.
  public let answers: [DatedAnswer]
  /// Whether the question may be put to the file that a program gives its calls. If not, it goes to one that is made for it,
  /// since a file can be asked once.
  public let asksGivenFile: Bool

  /// Describes a query.
  public init(
    _ name: String, by interface: Interface? = nil, _ question: Question, answer: Answer,
    tells: [Meaning] = [],
    answers: [DatedAnswer] = [], asksGivenFile: Bool = true
  ) {
    self.name = name
    self.interface = interface
    self.question = question
    self.answer = answer
    self.tells = tells
    self.answers = answers
    self.asksGivenFile = asksGivenFile
  }

  /// What kernels of some releases answer, and how that is known.
  public struct DatedAnswer: Hashable, Sendable {
    /// The releases.
    public var range: ReleaseRange
    /// The answer.
    public var value: UInt64
    /// How it is known.
    public var evidence: Evidence

    /// States an answer.
    public init(_ range: ReleaseRange, _ value: UInt64, _ evidence: Evidence) {
      self.range = range
      self.value = value
      self.evidence = evidence
    }
  }
}

extension CapabilityQuery {
  /// The call that asks.
  ///
  /// - Parameters:
  ///   - owner: the interface that the query belongs to.
  ///   - given: the arguments of the program's own calls, of which the query takes those that it has; nil for a question
  ///     to files of the package's own making.
  public func call(for owner: Interface, given: KernelCall.Given? = nil) -> KernelCall {
    let interface = interface ?? owner
    var call: KernelCall
    switch question {
    case .number(let flags):
      call = KernelCall(interface, memory: KernelCall.Memory([]), pointer: .null, usize: 0, flags: flags)
    case .structure(let bytes, let usize):
      call = KernelCall(interface, memory: KernelCall.Memory(bytes), usize: usize ?? UInt64(bytes.count))
    case .null: call = KernelCall(interface, memory: KernelCall.Memory([]), pointer: .null, usize: 0)
    }
    guard let given, asksGivenFile else { return call }
    let names = Set(interface.call?.arguments.map(\.name) ?? [])
    call.given = KernelCall.Given(given.arguments.filter { names.contains($0.key) }, restarts: true)
    return call
  }

  /// The answer; nil if the kernel gave none, or what it would be is not described.
  ///
  /// - Parameter owner: the interface that the query belongs to.
  public func read(_ outcome: KernelCall.Outcome, for owner: Interface) -> UInt64? {
    switch answer {
    case .returned:
      guard outcome.errno == nil, let value = outcome.value else { return nil }
      return UInt64(exactly: value)
    case .member(let name, let errno):
      guard outcome.errno == errno, let field = (interface ?? owner).history.layout.field(name),
        field.size <= 8,
        field.range.upperBound <= outcome.memory.count
      else { return nil }
      return IntegerMember(offset: field.offset, width: field.size).value(in: outcome.memory)
    case .sizeWord: return outcome.usize
    }
  }
}

extension CallableKernel {
  /// Asks by making the query's call.
  public mutating func answer(
    _ query: CapabilityQuery, of interface: Interface, given: KernelCall.Given?
  ) throws -> UInt64? {
    query.read(try answer(query.call(for: interface, given: given)), for: interface)
  }

  /// The same, of files of the package's own making.
  public mutating func answer(_ query: CapabilityQuery, of interface: Interface) throws -> UInt64? {
    try answer(query, of: interface, given: nil)
  }
}
