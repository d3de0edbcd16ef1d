/// What the naive kernels have to know of a struct: a few numbers, written down by hand beside it.
public struct Shape: Sendable {
  /// The sizes that shipped.
  public var sizes: [Int]
  /// The flag bits that open what the version of the same index added; the first is 0.
  public var gates: [UInt64]
  /// Where the flags begin, and how many bytes they are.
  public var flags: (at: Int, width: Int)
  /// The flag bits that the first version knew.
  public var known: UInt64
  /// Where the size member begins, and how many bytes it is; nil without one.
  public var size: (at: Int, width: Int)?
  /// Reserved members.
  public var reserved: [Range<Int>]
  /// Bits that exclude others.
  public var conflicts: [(bits: UInt64, excluded: UInt64)]

  /// Writes the numbers down.
  public init(
    sizes: [Int], gates: [UInt64], flags: (at: Int, width: Int), known: UInt64,
    size: (at: Int, width: Int)? = nil, reserved: [Range<Int>] = [],
    conflicts: [(bits: UInt64, excluded: UInt64)] = []
  ) {
    self.sizes = sizes
    self.gates = gates
    self.flags = flags
    self.known = known
    self.size = size
    self.reserved = reserved
    self.conflicts = conflicts
  }

  /// All flag bits that version `version` knows.
  func known(_ version: Int) -> UInt64 {
    var bits = known
    for index in 0...version { bits |= gates[index] }
    return bits
  }

  /// The size that the flags ask for, of a kernel of version `version`: that of the newest open extension.
  func extent(_ flags: UInt64, _ version: Int) -> Int {
    var end = sizes[0]
    for index in 0...version where gates[index] & flags != 0 { end = sizes[index] }
    return end
  }
}

/// What a naive kernel makes of a call.
public struct Verdict: Equatable, Sendable {
  /// Nil on success.
  public var errno: Int32?
  /// Which check failed, such as `tail`; empty on success.
  public var check = ""
  /// The byte that the check is about.
  public var at = 0
  /// The kernel's struct, on success.
  public var kernel: [UInt8] = []
  /// The size that the kernel went by, on success.
  public var usize = 0
  /// The flags that it acts on, on success.
  public var flags: UInt64 = 0
  /// The user's memory afterwards.
  public var memory: NaiveMemory

  /// Writes a verdict down.
  public init(
    errno: Int32?, check: String = "", at: Int = 0, kernel: [UInt8] = [], usize: Int = 0, flags: UInt64 = 0,
    memory: NaiveMemory
  ) {
    self.errno = errno
    self.check = check
    self.at = at
    self.kernel = kernel
    self.usize = usize
    self.flags = flags
    self.memory = memory
  }

  /// The verdict of a call that was refused.
  public static func failed(_ check: String, _ errno: Int32, at: Int, _ memory: NaiveMemory) -> Verdict {
    Verdict(errno: errno, check: check, at: at, memory: memory)
  }
}
