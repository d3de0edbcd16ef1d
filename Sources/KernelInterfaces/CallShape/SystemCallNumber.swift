/// The number of a system call on each architecture.
///
/// A call that came with Linux 5.1 or later has one number everywhere, from 424 on. An older one has a number in
/// each architecture's own table.
public struct SystemCallNumber: Hashable, Sendable {
  /// An architecture of the kernel, named as the kernel names it.
  public enum Architecture: String, Hashable, Sendable, CaseIterable {
    /// 64-bit x86.
    case x86_64
    /// 64-bit Arm, which uses the generic table (`asm-generic/unistd.h`).
    case arm64
    /// 32-bit x86.
    case i386

    /// The architecture that this program was compiled for; nil for another one than these.
    public static var current: Architecture? {
      #if arch(x86_64)
        .x86_64
      #elseif arch(arm64)
        .arm64
      #elseif arch(i386)
        .i386
      #else
        nil
      #endif
    }

    /// ``current``, or 64-bit x86 on an architecture that has no name here.
    public static var native: Architecture { current ?? .x86_64 }
  }

  /// The number on x86_64; nil if it is not known.
  public var x86_64: Int?
  /// The number in the generic table, which arm64 uses; nil if it is not known.
  public var arm64: Int?
  /// The number on 32-bit x86; nil if it is not known.
  public var i386: Int?

  /// Takes a number for each architecture.
  public init(x86_64: Int? = nil, arm64: Int? = nil, i386: Int? = nil) {
    self.x86_64 = x86_64
    self.arm64 = arm64
    self.i386 = i386
  }

  /// A number that is the same on every architecture: those from 424 on.
  public static func everywhere(_ number: Int) -> SystemCallNumber {
    SystemCallNumber(x86_64: number, arm64: number, i386: number)
  }

  /// The number on one architecture; nil if it is not known.
  public func number(on architecture: Architecture) -> Int? {
    switch architecture {
    case .x86_64: x86_64
    case .arm64: arm64
    case .i386: i386
    }
  }
}
