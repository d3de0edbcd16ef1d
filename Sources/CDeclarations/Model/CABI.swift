/// How the C compiler of one architecture lays structs out: the widths, the alignments and the byte order.
public struct CABI: Hashable, Sendable {
  /// Its name as the kernel's developers say it: `x86_64`, `i386`, `s390x`.
  public var name: String
  /// The target triple that clang takes.
  public var triple: String
  /// The name of the folder of the architecture's own headers: `x86` for both of its ABIs.
  public var headers: String
  /// How many bits a pointer and a `long` have.
  public var bits: Int
  /// Whether the most significant byte comes first.
  public var isBigEndian: Bool
  /// The name of the 64-bit ABI on whose kernels its programs run too; nil for one that is no such guest.
  public var host: String?

  /// Describes an ABI.
  public init(
    _ name: String, triple: String, headers: String, bits: Int, isBigEndian: Bool = false, host: String? = nil
  ) {
    self.name = name
    self.triple = triple
    self.headers = headers
    self.bits = bits
    self.isBigEndian = isBigEndian
    self.host = host
  }

  /// What its integers of 64 bits are aligned to, in bytes, where no attribute says otherwise.
  public var largestAlignment: Int { ["i386", "arc"].contains(name) ? 4 : 8 }

  /// The one that all other ABIs are compared with.
  public static let x86_64 = CABI("x86_64", triple: "x86_64-linux-gnu", headers: "x86", bits: 64)

  /// Those that are laid out: every architecture of which clang's layout is the kernel's.
  ///
  /// clang lays m68k out wrongly (a `u64` behind a `u32` is not aligned to 2 there), and has no alpha, hppa or sh4.
  public static let all: [CABI] = [
    x86_64,
    CABI("i386", triple: "i686-linux-gnu", headers: "x86", bits: 32, host: "x86_64"),
    CABI("x32", triple: "x86_64-linux-gnux32", headers: "x86", bits: 32, host: "x86_64"),
    CABI("arm64", triple: "aarch64-linux-gnu", headers: "arm64", bits: 64),
    CABI("arm", triple: "armv7-linux-gnueabihf", headers: "arm", bits: 32, host: "arm64"),
    CABI("riscv64", triple: "riscv64-linux-gnu", headers: "riscv", bits: 64),
    CABI("riscv32", triple: "riscv32-linux-gnu", headers: "riscv", bits: 32),
    CABI("s390x", triple: "s390x-linux-gnu", headers: "s390", bits: 64, isBigEndian: true),
    CABI("ppc64", triple: "powerpc64-linux-gnu", headers: "powerpc", bits: 64, isBigEndian: true),
    CABI("ppc64le", triple: "powerpc64le-linux-gnu", headers: "powerpc", bits: 64),
    CABI("mips", triple: "mips-linux-gnu", headers: "mips", bits: 32, isBigEndian: true),
    CABI("loongarch64", triple: "loongarch64-linux-gnu", headers: "loongarch", bits: 64),
    CABI("sparc64", triple: "sparc64-linux-gnu", headers: "sparc", bits: 64, isBigEndian: true),
    CABI("arc", triple: "arc-linux-gnu", headers: "arc", bits: 32),
  ]
}
