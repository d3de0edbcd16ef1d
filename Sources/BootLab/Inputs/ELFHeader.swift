/// What the lab wants to know of an ELF file: for which machine it is, and whether it needs a dynamic linker.
struct ELFHeader: Equatable {
  static let x86_64: UInt64 = 62
  private static let interpreter: UInt64 = 3  // PT_INTERP

  var machine: UInt64
  /// Whether the file is a program, and not an object file.
  var isProgram: Bool
  /// Whether a program header names an interpreter.
  var hasInterpreter: Bool

  /// Reads a 64-bit little-endian ELF file; `nil` if it is none, or cut off within its program headers.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
      let type = bytes.littleEndian(at: 16, size: 2),
      let machine = bytes.littleEndian(at: 18, size: 2),
      let table = bytes.littleEndian(at: 32, size: 8),
      let entrySize = bytes.littleEndian(at: 54, size: 2),
      let count = bytes.littleEndian(at: 56, size: 2)
    else { return nil }
    self.machine = machine
    isProgram = type == 2 || type == 3  // ET_EXEC, ET_DYN
    hasInterpreter = false
    for index in 0..<count {
      let (place, overflow) = table.addingReportingOverflow(index * entrySize)
      guard !overflow, place < bytes.count, let type = bytes.littleEndian(at: Int(place)) else { return nil }
      if type == Self.interpreter { hasInterpreter = true }
    }
  }
}
