public import ExtensibleStructs
import KernelInterfaces

/// What laying a struct out takes the newest user under each scheme, every extension set: ``Codec/encode(_:into:)``
/// into memory that is there, in a function of its own that a loop calls; the loop is about ten of the instructions.
public struct UserCosts: Hashable, Sendable {
  /// What one scheme takes.
  public struct Cost: Hashable, Sendable {
    /// Nanoseconds of one call.
    public let time: KernelCosts.Spread
    /// Instructions of one call; nil if they could not be counted.
    public let instructions: Double?
  }

  /// Each scheme's cost by its name; a scheme that cannot carry the struct, or cannot say all of it, has none.
  public private(set) var costs: [String: Cost] = [:]
  /// Why numbers are missing, a reason each.
  public private(set) var missing: [String] = []

  /// Whether this code was optimised; where it was not, a user's would be faster.
  public static var isOptimised: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }

  /// Counts the instructions, and times the schemes beside each other in so many rounds.
  ///
  /// The counting is done in a child process that this thread traces. Meanwhile no other thread and no handler of
  /// SIGCHLD may wait for every child (`waitpid(-1)`): what it took away would be waited for without end.
  ///
  /// - Parameters:
  ///   - history: the struct.
  ///   - schemes: what is compared; a scheme that cannot carry the struct is left out.
  ///   - rounds: how often each is timed.
  public init(_ history: History, _ schemes: [Scheme], rounds: Int = 41) {
    self = Self.measured([(history, schemes)], rounds: rounds)[0]
  }

  /// Takes given numbers.
  package init(costs: [String: Cost], missing: [String]) {
    self.costs = costs
    self.missing = missing
  }

  /// What the scheme with this name takes.
  public subscript(name: String) -> Cost? { costs[name] }
}

extension UserCosts {
  /// Measures several structs, all of them beside each other, so that their times can be compared.
  ///
  /// As ``init(_:_:rounds:)``, and with its condition; the answers are in the order of the structs.
  public static func measured(
    _ structs: [(history: History, schemes: [Scheme])], rounds: Int = 41
  ) -> [UserCosts] {
    var all = structs.map { _ in UserCosts(costs: [:], missing: []) }
    var works: [(owner: Int, name: String, work: UserWork)] = []
    for (owner, (history, schemes)) in structs.enumerated() {
      for scheme in schemes {
        guard let codec = try? Codec(Interface(prototype: history, scheme)) else { continue }
        do throws(Codec.EncodingError) { works.append((owner, scheme.name, try UserWork(codec))) } catch {
          all[owner].missing.append("\(scheme.name) cannot say the struct: \(error)")
        }
      }
    }
    let (counts, failure) = counts(works.map(\.work))
    if let failure {
      for index in all.indices { all[index].missing.append("instructions were not counted: \(failure)") }
    }
    let times = Rounds(rounds, of: works.map { work in { work.work.run($0) } }).times
    for (index, (owner, name, _)) in works.enumerated() {
      all[owner].costs[name] = Cost(time: KernelCosts.Spread(times[index]), instructions: counts?[index])
    }
    return all
  }

  /// The instructions of each; none at all if one cannot be counted, which the others could not be either.
  private static func counts(_ works: [UserWork]) -> ([Double]?, InstructionCount.Failure?) {
    var counts: [Double] = []
    for work in works {
      do throws(InstructionCount.Failure) {
        counts.append(try InstructionCount { work.run($0) }.perCall)
      } catch { return (nil, error) }
    }
    return (counts, nil)
  }
}
