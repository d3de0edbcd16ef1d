extension Checks {
  /// Which bytes of user memory a step fetches.
  package struct Reads: Hashable, Sendable {
    /// Where the fetch begins, in bytes from the user's pointer.
    package var offset: Int
    /// How many bytes it takes; nil if no rule bounds them.
    package var length: Int?

    /// Makes a fetch.
    package init(offset: Int, length: Int?) {
      self.offset = offset
      self.length = length
    }
  }

  /// What the step at `index` fetches of user memory; nil if it fetches nothing.
  ///
  /// - Parameter usize: the user's size in bytes, as the kernel goes by it; nil for the most that it can be.
  package func reads(_ index: Int, usize: Int? = nil) -> Reads? {
    switch steps[index].action {
    case .fetchSize(let member), .fetchFlags(let member), .fetchRequest(let member):
      return Reads(offset: member.offset, length: member.width)
    case .peek(let count):
      return (usize ?? count) < count || usize ?? count > Checks.greatestInt
        ? nil : Reads(offset: 0, length: count)
    case .fetchVersion0(let count): return Reads(offset: 0, length: count)
    case .copy: return Reads(offset: 0, length: min(ksize, usize ?? ksize))
    case .copyAll: return Reads(offset: 0, length: max(ksize, usize ?? greatestSize ?? ksize))
    case .tail:
      guard let end = usize ?? greatestSize else { return Reads(offset: ksize, length: nil) }
      return end > ksize ? Reads(offset: ksize, length: end - ksize) : nil
    default: return nil
    }
  }

  /// The greatest size that passes, in bytes; nil if there is none.
  private var greatestSize: Int? {
    let bounds = steps[sizeSteps].compactMap { step -> Int? in
      switch step.action {
      case .maximum(let greatest), .commandSize(let greatest): greatest
      default: nil
      }
    }
    return bounds.min()
  }
}
