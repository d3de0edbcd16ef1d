internal import LinuxSystem

/// Reads C headers with clang, which lays their structs out for any ABI and computes the values of their macros.
///
/// The headers are compiled without a C library. clang reads from a pipe and writes to one: no file is made.
public struct HeaderReader: Sendable {
  /// The file of clang.
  public var clang: String
  /// The folders that are searched first. The corresponding option of clang is `-I`.
  public var includeFolders: [String] = []
  /// Each `NAME` or `NAME=TEXT`. The corresponding option of clang is `-D`.
  public var defines: [String] = []
  /// The folder of the kernel's headers that the headers include.
  ///
  /// The headers of an architecture are looked for beside it, in `../uapi/ARCH` and `../lib/linux/uapi/ARCH`, and in it,
  /// in a folder such as `aarch64-linux-gnu`, where Debian has them.
  public var systemFolder = "/usr/include"
  /// The ABIs that structs are laid out for. The first is the one to compare with.
  public var abis = CABI.all
  /// How many runs of clang there are at the same time.
  public var atOnce = 2

  /// Makes a reader.
  ///
  /// - Parameter clang: clang's file. Without it, it is the one of the variable EXTSTRUCT_CLANG, else the one in PATH,
  ///   else that of Swift's toolchain.
  /// - Throws: ``DeclarationReadError/noClang(_:)`` if there is none.
  public init(clang: String? = nil) throws(DeclarationReadError) {
    self.clang = try Self.find(clang ?? CurrentProcess.environment("EXTSTRUCT_CLANG"))
  }

  /// The folder of installed headers that a header is in, for ``systemFolder``: `/a/include` of
  /// `/a/include/linux/kvm.h`, so that headers of one version include each other. Nil for a header elsewhere.
  public static func systemFolder(of path: String) -> String? { HeaderFolders.installed(path) }

  private static func find(_ named: String?) throws(DeclarationReadError) -> String {
    let path = (CurrentProcess.environment("PATH") ?? "").split(separator: ":").map(String.init)
    if let named {
      let candidates = named.contains("/") ? [named] : path.map { "\($0)/\(named)" }
      if let found = candidates.first(where: Files.isExecutable) { return found }
      throw .noClang(["\(named) is no program"])
    }
    for folder in path where Files.isExecutable("\(folder)/clang") { return "\(folder)/clang" }
    // Debian's packages of one version have no plain name.
    for folder in path {
      let versions = Files.names(in: folder).filter { $0.hasPrefix("clang-") }
        .filter { Int($0.dropFirst("clang-".count)) != nil }
      if let newest = versions.max(by: { Int($0.dropFirst(6)) ?? 0 < Int($1.dropFirst(6)) ?? 0 }) {
        return "\(folder)/\(newest)"
      }
    }
    for folder in path where Files.isExecutable("\(folder)/swift") {
      var swift = "\(folder)/swift"
      // As many links as the kernel follows.
      for _ in 0..<40 {
        guard let target = Files.target(ofLink: swift) else { break }
        swift = target.hasPrefix("/") ? target : "\(Self.folder(of: swift))/\(target)"
      }
      let beside = "\(Self.folder(of: swift))/clang"
      if Files.isExecutable(beside) { return beside }
    }
    throw .noClang(["not in PATH, and not beside swift"])
  }

  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }
}
