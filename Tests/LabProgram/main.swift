import BootLab
import Glibc

// A program for the guest that ends as it is told to, to test what comes back:
//
//     LabProgram BYTES STATUS     writes that many bytes to each of its streams, and exits with the status
//     LabProgram BYTES -SIGNAL    ends itself by that signal instead

Guest.takeOverIfBooted()

/// Writes bytes of every value, so that whatever takes them for text shows itself.
func emit(_ count: Int, to descriptor: Int32) {
  var byte = UInt8(truncatingIfNeeded: descriptor)
  var left = count
  while left > 0 {
    let part = (0..<min(left, 4096)).map { _ in
      byte = byte &* 5 &+ 13
      return byte
    }
    // Sound: the pointer lives inside the call only.
    let written = unsafe part.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if written != part.count { exit(99) }
    left -= written
  }
}

let arguments = CommandLine.arguments.dropFirst()
let count = arguments.first.flatMap { Int($0) } ?? 0
let end = arguments.dropFirst().first.flatMap { Int32($0) } ?? 0
emit(count, to: 1)
emit(count, to: 2)
if end < 0 { kill(getpid(), -end) }
exit(end)
