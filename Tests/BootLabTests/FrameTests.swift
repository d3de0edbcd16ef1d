import Testing

@testable import BootLab

@Suite("Frames")
struct FrameTests {
  let frames = [
    Frame(.started, "6.1".utf8), Frame(.output, [0, 0x1E, 0xFF]), Frame(.alive), Frame(.output, Frame.magic),
    Frame(.error, (0..<Frame.maximum).map { UInt8(truncatingIfNeeded: $0) }), Frame(.exited, "7".utf8),
  ]

  private func encoded(_ frames: [Frame]) -> [[UInt8]] {
    frames.enumerated().map { $1.encoded(sequence: UInt32($0)) }
  }

  private func decode(_ pieces: some Sequence<some Sequence<UInt8>>) throws -> (
    frames: [Frame], noise: [UInt8]
  ) {
    var decoder = FrameDecoder()
    var found: [Frame] = []
    for piece in pieces {
      decoder.append(piece)
      while let frame = try decoder.next() { found.append(frame) }
    }
    while let frame = try decoder.next(atEnd: true) { found.append(frame) }
    return (found, decoder.takeNoise())
  }

  @Test("have the checksum that everyone has")
  func checksum() {
    #expect(CRC32.of("123456789".utf8) == 0xCBF4_3926)
    #expect(CRC32.of([]) == 0)
  }

  @Test("have this form")
  func form() {
    let bytes = Frame(.exited, [0x37]).encoded(sequence: 0x0102)
    #expect(bytes.dropLast(4) == [0x1E, 0x58, 0x53, 0x02, 6, 2, 1, 0, 0, 1, 0, 0, 0, 0x37])
    #expect(bytes.littleEndian(at: 14) == UInt64(CRC32.of([6, 2, 1, 0, 0, 1, 0, 0, 0, 0x37])))
  }

  @Test("come back, however the stream is cut", arguments: [1, 2, 3, 7, 13, 17, 1000, 1 << 20])
  func pieces(_ size: Int) throws {
    let stream = encoded(frames).flatMap(\.self)
    let pieces = stride(from: 0, to: stream.count, by: size).map {
      stream[$0..<min($0 + size, stream.count)]
    }
    let decoded = try decode(pieces)
    #expect(decoded.frames == frames)
    #expect(decoded.noise.isEmpty)
  }

  @Test("come back from among a console's lines")
  func noise() throws {
    let noise: [[UInt8]] = [
      Array("[    0.000000] Linux version\r\n".utf8), [0x1E], [0x1E, 0x58], Frame.magic, Frame.magic + [2],
      Frame.magic + [2, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], Frame.magic + [99, 0, 0, 0, 0, 0, 0, 0, 0],
      Frame.magic + [2, 0, 0, 0, 0, 1, 0, 0, 0, 1, 2, 3, 4, 5],
    ]
    for piece in noise {
      let decoded = try decode(encoded(frames).flatMap { [piece, $0] })
      #expect((decoded.frames == frames) as Bool, "after \(piece)")
      #expect(decoded.noise == Array(repeatElement(piece, count: frames.count).joined()))
    }
  }

  @Test("that are damaged or lost are missed")
  func damage() throws {
    var stream = encoded(frames)
    stream.remove(at: 2)
    #expect(throws: FrameDecoder.Gap(expected: 2, found: 3)) { try decode(stream) }
    stream = encoded(frames)
    stream[1][14] ^= 1
    #expect(throws: FrameDecoder.Gap(expected: 1, found: 2)) { try decode(stream) }
  }
}
