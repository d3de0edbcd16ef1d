import Testing
import TypeInformation

/// The header and the object file around it: one fault each.
@Suite("Header")
struct HeaderTests {
  static let sound: [UInt8] = {
    var blob = Blob()
    blob.structure("s", size: 4, [.init(name: "a", type: blob.integer(), offset: 0)])
    return blob.bytes()
  }()

  static func changed(_ at: Int, _ value: UInt8) -> [UInt8] {
    var bytes = sound
    bytes[at] = value
    return bytes
  }

  static let faults: [(bytes: [UInt8], code: BTFError.Code, byte: Int)] = [
    ([], .truncated, 0), ([0x9f], .truncated, 0), (Array(sound.prefix(23)), .truncated, 0),
    (changed(0, 0), .badMagic, 0), ([0xeb, 0x9f] + sound.dropFirst(2), .bigEndian, 0),
    (changed(2, 2), .unknownVersion, 2), (changed(4, 23), .badHeader, 4), (changed(7, 1), .badHeader, 4),
    (changed(8, 255), .badHeader, 8), (changed(15, 255), .badHeader, 8), (changed(16, 255), .badHeader, 16),
    (changed(20, 255), .badHeader, 16), (changed(20, 0), .badStrings, 64), (changed(64, 1), .badStrings, 64),
    (changed(sound.count - 1, 1), .badStrings, sound.count - 1), (changed(8, 1), .badHeader, 8),
    (changed(12, 39), .truncated, 40), (changed(12, 11), .truncated, 24),
  ]

  @Test(arguments: faults.indices)
  func `names the byte`(at: Int) throws {
    let fault = Self.faults[at]
    let error = #expect(throws: BTFError.self) { try BTF(bytes: fault.bytes) }
    #expect(error?.code == fault.code, "\(String(describing: error))")
    switch error?.location {
    case .byte(let byte), .type(_, let byte): #expect(byte == fault.byte, "\(String(describing: error))")
    case nil: break
    }
  }

  @Test func `every shorter input is an error`() throws {
    _ = try BTF(bytes: Self.sound)
    for count in Self.sound.indices {
      #expect(throws: BTFError.self) { try BTF(bytes: Array(Self.sound.prefix(count))) }
    }
  }

  @Test func `a longer header and bytes after the strings are passed over`() throws {
    var blob = Blob()
    blob.structure("s", size: 4, [.init(name: "a", type: blob.integer(), offset: 0)])
    let types = try BTF(bytes: blob.bytes(headerTail: [1, 2, 3, 4]) + [9, 9, 9])
    #expect(try types.structure(named: "s")?.members.map(\.name) == ["a"])
  }

  @Test func `what is no ELF64 object, or has no types, says so`() throws {
    let magic: [UInt8] = [0x7f, 0x45, 0x4c, 0x46]
    func code(_ bytes: [UInt8]) -> BTFError.Code? {
      #expect(throws: BTFError.self) { try BTF(elf: bytes) }?.code
    }
    let blank = [UInt8](repeating: 0, count: 60)
    #expect(code([]) == .truncated)
    #expect(code(Self.sound + blank) == .notELF)
    #expect(code(magic + [1, 1] + blank) == .notELF)
    #expect(code(magic + [2, 2] + blank) == .notELF)
    #expect(code(magic + [2, 1] + blank) == .notELF)
    // One section header, at byte 64, whose names' section is itself and empty.
    var object = magic + [2, 1] + [UInt8](repeating: 0, count: 122)
    object[40] = 64
    object[58] = 64
    object[60] = 1
    #expect(code(object) == .noBTFSection)
    // Its names are now the last six bytes of the object, and its own name may reach over the end of them.
    object.replaceSubrange(123..., with: [0x2e, 0x42, 0x54, 0x46, 0])
    object[64 + 4] = 1
    object[64 + 24] = 122
    object[64 + 32] = 6
    for name: UInt8 in 0...7 {
      object[64] = name
      #expect(code(object) == (name == 1 ? .badMagic : .noBTFSection), "name at \(name)")
    }
    object[64] = 1
    object[64 + 9] = 0x08
    #expect(code(object) == .notELF)
    object[47] = 0x80
    #expect(code(object) == .notELF)
    object[47] = 0x7f
    #expect(code(object) == .truncated)
  }
}
