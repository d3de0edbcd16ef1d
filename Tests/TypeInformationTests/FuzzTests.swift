import Foundation
import Testing
import TypeInformation

/// Damaged BTF: whatever the bytes, the reader returns types or a `BTFError`. A trap would end the whole run.
@Suite("Damaged input")
struct FuzzTests {
  /// The SplitMix64 generator: a seed gives the same damage everywhere.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var z = state
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
  }

  static let seed: UInt64 =
    ProcessInfo.processInfo.environment["BTF_FUZZ_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...(.max))

  /// A blob with every kind of type.
  static let blob: [UInt8] = {
    var blob = Blob()
    let number = blob.integer()
    let enumeration = blob.add(kind: 6, name: "e", count: 2, flag: true, 4, [0, 1, 0, .max])
    let wide = blob.add(kind: 19, name: "w", count: 1, 8, [blob.name("TOP"), 1, 1])
    let pointer = blob.add(kind: 2, 0)
    let grid = blob.array(of: blob.array(of: number, 3), 2)
    let qualified = blob.add(kind: 10, blob.add(kind: 9, blob.typedef("number_t", number)))
    let inner = blob.structure(
      "", size: 8, isUnion: true,
      [.init(name: "x", type: qualified, offset: 0), .init(name: "y", type: wide, offset: 0)])
    let outer = blob.structure(
      "outer", size: 48, flag: true,
      [
        .init(name: "low", type: number, offset: 3 << 24), .init(name: "e", type: enumeration, offset: 32),
        .init(name: "", type: inner, offset: 64), .init(name: "in", type: inner, offset: 128),
        .init(name: "grid", type: grid, offset: 192),
      ])
    blob.structure(
      "s", size: 56,
      [.init(name: "o", type: outer, offset: 0), .init(name: "p", type: pointer, offset: 384)])
    blob.tag("on it", on: outer, .max)
    blob.tag("on a member", on: outer, 1)
    blob.add(kind: 13, count: 1, 0, [0, number])
    blob.add(kind: 15, name: ".data", count: 1, 4, [number, 0, 4])
    blob.add(kind: 16, name: "float", 4)
    return blob.bytes()
  }()

  /// Asks for everything there is.
  func readAll(_ types: BTF) -> Bool {
    do throws(BTFError) {
      for name in try types.structureNames { _ = try types.structures(named: name) }
      _ = try types.enumValue(named: "TOP")
      _ = try types.structure(named: "number_t")
      return true
    } catch {
      return error.description.isEmpty
    }
  }

  func damaged(_ sound: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var bytes = sound
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let at = bytes.indices.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes[at] = [0, 1, 0x7f, 0x80, 0xff].randomElement(using: &generator) ?? 0
      case 2: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 3: bytes.removeLast(bytes.count - at)
      case 4:
        // A small number in an aligned word: most often another type's id.
        let word = at & ~3
        for byte in word..<min(word + 4, bytes.count) { bytes[byte] = 0 }
        bytes[word] = UInt8.random(in: 0..<24, using: &generator)
      default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: at)
      }
    }
    return bytes
  }

  func fuzz(_ sound: [UInt8], rounds: Int, _ read: ([UInt8]) throws(BTFError) -> BTF) throws {
    var generator = Generator(state: Self.seed)
    print("BTF_FUZZ_SEED=\(Self.seed)")
    #expect(readAll(try read(sound)))
    var opened = 0
    var complete = 0
    for _ in 0..<rounds {
      guard let types = try? read(damaged(sound, &generator)) else { continue }
      opened += 1
      if readAll(types) { complete += 1 }
    }
    print("\(rounds) damaged inputs: \(opened) opened, \(complete) of them read to the end")
    #expect(opened > 0, "no damaged input got past the header: seed \(Self.seed)")
  }

  @Test(.timeLimit(.minutes(2)))
  func `types written by hand`() throws {
    try fuzz(Self.blob, rounds: 20_000) { (bytes) throws(BTFError) in try BTF(bytes: bytes) }
  }

  @Test(.enabled(if: Compiler.path != nil, "no clang in PATH or beside swift"), .timeLimit(.minutes(2)))
  func `types of a compiled source`() throws {
    let object = try Compiler.btfObject(of: "layouts.c")
    try fuzz(object, rounds: 5_000) { (bytes) throws(BTFError) in try BTF(elf: bytes) }
    // The section alone: from the magic to the end of the object, which the reader passes over.
    let start = try #require(object.indices.first { object[$0...].starts(with: [0x9f, 0xeb, 1, 0, 24]) })
    try fuzz(Array(object[start...].prefix(4096)), rounds: 5_000) { (bytes) throws(BTFError) in
      try BTF(bytes: bytes)
    }
  }
}
