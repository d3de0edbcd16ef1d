import Foundation
import Testing

/// `--html FILE`, on each subcommand that prints a result.
struct PageTests {
  static let hasKVM = FileManager.default.isReadableFile(atPath: "/dev/kvm")

  static let commands: [[String]] =
    [
      ["matrix", "--no-confirm"], ["list"], ["list", "--release", "5.8"], ["list", "--facts", "openat2"],
      ["layout", "sched_attr"], ["explain", "openat2"], ["explain", "openat2", "--case", #"{"usize":25}"#],
      ["race", "--no-replay", "--writes", "1"], ["cost", "mnt_id_req"],
      ["lint", "kvm_userspace_memory_region"], ["verify", "openat2"], ["probe", "openat2"], ["glossary"],
    ] + (hasKVM ? [["kvm"]] : [])

  @Test(arguments: commands)
  func `writes one page beside the text`(_ arguments: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("page.html")
    let run = try Extstruct.run(arguments + ["--html", file.path])
    #expect(run.status <= 1 && !run.output.isEmpty, "\(run.error)")
    let page = try String(contentsOf: file, encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    // Complete in itself: nothing is fetched and nothing runs.
    for word in ["<script", "<link", "src=", "@import", "url(http"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["page.html"])
  }

  @Test func `with --json the object is printed, and the page written`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Extstruct.run("layout", "sched_attr", "--json", "--html", file.path)
    #expect(try run.output == Extstruct.run("layout", "sched_attr", "--json").output)
    #expect(try String(contentsOf: file, encoding: .utf8).contains("<svg"))
  }

  @Test func `a page for standard output comes instead of the text`() throws {
    let run = try Extstruct.run("layout", "sched_attr", "--html", "-")
    #expect(run.status == 0 && run.output.hasPrefix("<!DOCTYPE html>") && run.output.hasSuffix("</html>\n"))
    let both = try Extstruct.run("layout", "sched_attr", "--json", "--html", "-")
    #expect(both.status == 2 && both.output.isEmpty && both.error.contains("standard output"))
  }

  @Test func `a page that cannot be written is refused before the work, and leaves nothing`() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      .appendingPathComponent("page.html")
    let run = try Extstruct.run("layout", "sched_attr", "--html", file.path)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.error.contains("\(file.path) cannot be written: No such file or directory"))
  }
}
