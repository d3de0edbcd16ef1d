import Testing

@testable import BootLab

@Suite("What is booted is looked at before")
struct InputTests {
  @Test("a program is static if no header names an interpreter")
  func interpreter() {
    #expect(ELFHeader(elf(headers: [1, 1]))?.hasInterpreter == false)
    #expect(ELFHeader(elf(headers: [6, 3, 1]))?.hasInterpreter == true)
    #expect(ELFHeader(elf(headers: []))?.hasInterpreter == false)
    #expect(ELFHeader(elf(type: 1, headers: []))?.isProgram == false)
    #expect(ELFHeader(Array(elf(headers: [1, 3]).dropLast(56))) == nil)
    for size in 0..<64 { #expect(ELFHeader(Array(elf(headers: [3]).prefix(size))) == nil) }
    var far = elf(headers: [1])
    far.replaceSubrange(32..<40, with: [UInt8](repeating: 0xFF, count: 8))
    #expect(ELFHeader(far) == nil)
  }

  @Test("a program that cannot run in the guest is refused by its reason")
  func programs() throws {
    try withFolder { folder in
      let path = folder + "/program"
      #expect(StaticProgram.problem(with: path) == "there is no such file")
      #expect(StaticProgram.problem(with: folder) == "this is a folder")
      try write("#!/bin/sh".utf8, to: path)
      #expect(StaticProgram.problem(with: path) == "this is no 64-bit ELF program")
      try write(elf(machine: 183, headers: [1]), to: path)
      #expect(StaticProgram.problem(with: path) == "this program is not for x86-64")
      try write(elf(headers: [3]), to: path)
      #expect(StaticProgram.problem(with: path)?.contains(StaticProgram.buildCommand) == true)
      try write(elf(headers: [1]), to: path)
      #expect(StaticProgram.problem(with: path) == nil)
    }
  }

  @Test("the guest gets the files of the subcommand that end in .json, and no others")
  func files() throws {
    try withFolder { folder in
      let path = folder + "/mine.json"
      try write("{}".utf8, to: path)
      try write("{}".utf8, to: folder + "/mine.txt")
      let given = ["verify", path, folder + "/none.json", folder + "/mine.txt", "--json", path]
      let (arguments, files) = try BootRequest(kernel: "", arguments: given).takingFiles()
      let (first, second) = ("/lab/files/0-mine.json", "/lab/files/1-mine.json")
      #expect(arguments == ["verify", first, given[2], given[3], "--json", second])
      #expect(files.map(\.path) == [first, second])
      #expect(files.map(\.contents) == [Array("{}".utf8), Array("{}".utf8)])
      try write([UInt8](repeating: 0x20, count: (1 << 20) + 1), to: path)
      #expect(throws: BootError.file(path, "longer than 1 MiB")) {
        try BootRequest(kernel: "", arguments: given).takingFiles()
      }
    }
  }

  @Test("the static build of the running program's package stands in for it")
  func sibling() throws {
    try withFolder { folder in
      for name in ["/.build/debug", "/.build-static/release"] { makeFolder(folder + name) }
      try write([], to: folder + "/Package.swift")
      let running = folder + "/.build/debug/extstruct"
      try write(elf(headers: [3]), to: running)
      #expect(throws: BootError.noStaticProgram(package: folder)) {
        try StaticProgram.find(given: nil, running: running)
      }
      let built = folder + "/.build-static/release/extstruct"
      try write(elf(headers: [1]), to: built)
      #expect(try StaticProgram.find(given: nil, running: running) == built)
      #expect(try StaticProgram.find(given: nil, running: built) == built)
    }
  }

  @Test("an image says its release")
  func images() throws {
    #expect(KernelImage(image(release: "6.18.0-rc1+"))?.release == "6.18.0-rc1+")
    #expect(KernelImage(elf(headers: [1])) != nil)
    #expect(KernelImage(elf(machine: 183, headers: [1])) == nil)
    for size in [0, 0x205, 0x206, 0x210] { #expect(KernelImage(Array(image().prefix(size))) == nil) }
    #expect(KernelImage(Array(image().prefix(0x211))) != nil)
    #expect(KernelImage(Array("not a kernel".utf8)) == nil)
    #expect(throws: BootError.kernel("/nowhere", "there is no such file")) {
      try KernelImage.read("/nowhere")
    }
  }
}
