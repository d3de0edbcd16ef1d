import Foundation
import LinuxSystem
import Testing

@testable import BootLab

/// Whether this user may have namespaces of their own, with a root folder of their own.
private let hasNamespaces = unsafe system("unshare --pid --fork --mount chroot / true 2>/dev/null") == 0

@Suite("The guest's first process")
struct GuestTests {
  /// What a process with the number 1 finds, beside the files of a guest.
  enum Surroundings: String, CaseIterable {
    case ordinary
    /// Its environment says that it is a guest.
    case environment
    /// The same, where the kernel's command line cannot be read until /proc is mounted.
    case noProc
  }

  /// The program of the tests' guests, beside the test bundle.
  private static let program =
    (Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
    .appendingPathComponent("LabProgram").path

  @Test(
    "takes over only if the kernel's command line asks for it",
    .enabled(if: hasNamespaces, "this user may not make namespaces"), arguments: Surroundings.allCases)
  func container(surroundings: Surroundings) throws {
    let program = Self.program
    try withFolder { folder in
      // The machine's own folders, and beside them those of a guest.
      let script = """
        set -e
        mount -t tmpfs none '\(folder)'
        for entry in /*; do
          case $entry in /lab) continue;; /proc) [ \(surroundings) = noProc ] && continue;; esac
          if [ -L "$entry" ]; then cp -P "$entry" '\(folder)'
          elif [ -d "$entry" ]; then mkdir "\(folder)$entry"; mount --rbind "$entry" "\(folder)$entry"; fi
        done
        if [ \(surroundings) = noProc ]; then
          mkdir -p '\(folder)/proc/self'
          ln -s '\(program)' '\(folder)/proc/self/exe'
        fi
        mkdir '\(folder)/lab'
        printf 'no-such-subcommand\\0' >'\(folder)/lab/arguments'
        printf 'PATH=/\\0' >'\(folder)/lab/environment'
        : >'\(folder)/lab/modules'
        \(surroundings == .ordinary ? "" : "export \(GuestRequest.word)")
        exec chroot '\(folder)' '\(program)' 5 7
        """
      try write(script.utf8, to: folder + "/script")
      let status = unsafe system(
        "sh -c 'unshare --pid --fork --mount sh \(folder)/script >\(folder)/out 2>\(folder)/err'")
      let output = try Files.contents(of: folder + "/out")
      let complaint = String(decoding: try Files.contents(of: folder + "/err"), as: UTF8.self)
      // Swift reads a program's arguments from /proc.
      let (end, count): (Int32, Int) = surroundings == .noProc ? (0, 0) : (7, 5)
      #expect(status == end << 8, "\(complaint)")
      #expect(output.count == count)
      #expect(!complaint.contains("boot"), "\(complaint)")
    }
  }

  @Test("reads the kernel's command line word by word")
  func words() {
    let word = GuestRequest.word
    for line in ["\(word)\n", "quiet \(word) panic=-1\n", "quiet\t\(word)"] {
      #expect(GuestRequest.isPart(of: Array(line.utf8)), "\(line)")
    }
    for line in ["", "\n", "x\(word)", "\(word)1", "quiet \(word.dropLast())", "a=\"\(word)\""] {
      #expect(!GuestRequest.isPart(of: Array(line.utf8)), "\(line)")
    }
  }

  @Test("is asked for by the command line that the lab boots a kernel with")
  func request() throws {
    let command = BootRequest(kernel: "vmlinuz", arguments: []).command(emulator: "qemu")
    let place = try #require(command.firstIndex(of: "-append"))
    #expect(GuestRequest.isPart(of: Array(command[place + 1].utf8)))
  }
}
