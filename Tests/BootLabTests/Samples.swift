import Glibc
import LinuxSystem
import Testing

@testable import BootLab

/// A folder for one test, which is gone afterwards.
func withFolder<R>(_ body: (String) throws -> R) throws -> R {
  var name = Array("/tmp/bootlab-XXXXXX".utf8CString)
  // Sound: the template is an array of our own, with its zero byte.
  try #require(unsafe mkdtemp(&name) != nil)
  let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  defer { remove(path) }
  return try body(path)
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) { unsafe system("mkdir -p '\(path)'") }

/// Removes a file, or a folder with all that is in it.
func remove(_ path: String) { unsafe system("rm -rf '\(path)'") }

func write(_ bytes: some Collection<UInt8>, to path: String, mode: mode_t = 0o644) throws {
  let file = unsafe creat(path, mode)
  try #require(file >= 0)
  defer { close(file) }
  try FileDescriptor.write(Array(bytes), to: file)
}

/// The first bytes of an ELF program for x86-64 with program headers of those types.
func elf(machine: UInt8 = 62, type: UInt8 = 2, headers: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 57)
  bytes[16] = type
  bytes[18] = machine
  bytes[32] = 64
  bytes[54] = 56
  bytes[56] = UInt8(headers.count)
  for header in headers { bytes += [header] + [UInt8](repeating: 0, count: 55) }
  return bytes
}

/// The first bytes of a bzImage of that release.
func image(release: String = "6.1.0-test") -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: 0x400)
  bytes.replaceSubrange(0x202..<0x206, with: "HdrS".utf8)
  bytes[0x20F] = 0x01  // 0x100 and the 0x200 of the boot sector.
  bytes.replaceSubrange(0x300..<0x300 + release.utf8.count, with: release.utf8)
  return bytes + " (builder) #1".utf8
}

/// A request whose emulator is a shell script: its descriptor 1 is the console, 3 the guest's frames, and 4
/// the archive. `frames` are in the file that it knows as `$frames`.
func request(in folder: String, script: String, frames: [Frame] = []) throws -> BootRequest {
  let encoded = frames.enumerated().flatMap { $1.encoded(sequence: UInt32($0)) }
  try write(encoded, to: folder + "/frames")
  try write(image(), to: folder + "/image")
  try write(elf(headers: [1]), to: folder + "/program")
  let text = "#!/bin/sh\nfolder='\(folder)'\nframes=$folder/frames\n\(script)\n"
  try write(text.utf8, to: folder + "/emulator", mode: 0o755)
  var request = BootRequest(kernel: folder + "/image", arguments: ["--version"])
  request.program = folder + "/program"
  request.emulator = folder + "/emulator"
  request.timeout = 20
  return request
}
