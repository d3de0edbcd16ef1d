import Glibc
import LinuxSystem
import Testing

@testable import BootLab

@Suite("The archive")
struct ArchiveTests {
  @Test("has the header and the padding of newc")
  func header() {
    var archive = Archive()
    archive.file("ab", [0x78, 0x79, 0x7A])
    let text = String(decoding: archive.bytes, as: UTF8.self)
    let header =
      "070701" + "00000001" + "000081A4" + "00000000" + "00000000" + "00000001" + "00000000" + "00000003"
      + "00000000" + "00000000" + "00000000" + "00000000" + "00000003" + "00000000"
    #expect(text == header + "ab\0" + "\0\0\0" + "xyz" + "\0")
    #expect(archive.bytes.count % 4 == 0)
  }

  @Test("says a device's numbers")
  func device() {
    var archive = Archive()
    archive.device("dev/console", major: 5, minor: 1)
    let text = String(decoding: archive.bytes, as: UTF8.self)
    #expect(text.hasPrefix("0707010000000100002180"))
    #expect(text.dropFirst(6 + 9 * 8).hasPrefix("00000005" + "00000001" + "0000000C"))
  }

  @Test("ends with the entry that ends it")
  func trailer() {
    let bytes = Archive().finished()
    #expect(bytes.count == 124)
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("0000000B00000000TRAILER!!!\0\0\0\0"))
  }

  @Test("holds the program, the modules in order, and what is to be done")
  func initramfs() throws {
    let files = Initramfs(
      program: [1, 2, 3], modules: [("kvm.ko", [4]), ("kvm-amd.ko.xz", [5])], arguments: ["", "a b", "ü\n"],
      environment: ["A=1"], files: [.init(path: "/lab/files/0-mine.json", contents: [6])])
    try withFolder { folder in
      try write(files.archived(), to: folder + "/archive")
      let command = "cd \(folder) && command -v cpio >/dev/null || exit 42; cpio -t --quiet <archive >list"
      let status = unsafe system(command) >> 8 & 0xFF
      if status == 42 { try Test.cancel("there is no cpio here to read the archive with") }
      #expect(status == 0)
      let names = String(decoding: try Files.contents(of: folder + "/list"), as: UTF8.self)
      #expect(
        names.split(separator: "\n") == [
          "dev", "dev/console", "proc", "proc/self", "proc/self/exe", "lab", "lab/arguments",
          "lab/environment", "lab/modules", "lab/0-kvm.ko", "lab/1-kvm-amd.ko.xz",
          "lab/files", "lab/files/0-mine.json", "init",
        ])
    }
  }

  @Test(
    "keeps empty strings, spaces and line breaks apart", arguments: [[], [""], ["", ""], ["a", "", "b\n"]])
  func strings(_ strings: [String]) {
    #expect(Initramfs.strings(Initramfs.list(strings)) == strings)
  }
}
