/// Finds the frames in a stream of bytes that comes in pieces of any size.
///
/// What is no frame is put aside: a boot loader, or a kernel that takes the port for its console, may write
/// anything before, between or after frames.
struct FrameDecoder {
  /// A frame is missing: bytes were lost on the way.
  struct Gap: Error, Equatable {
    var expected: UInt32
    var found: UInt32
  }

  private var buffer: [UInt8] = []
  private var start = 0
  private var sequence: UInt32 = 0

  private var noise: [UInt8] = []

  /// Adds what has arrived.
  mutating func append(_ bytes: some Sequence<UInt8>) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
  }

  /// Takes the next frame, if all of it is there.
  ///
  /// - Parameter atEnd: Whether nothing more will come, so that what looks like a frame's beginning is none.
  mutating func next(atEnd: Bool = false) throws(Gap) -> Frame? {
    while let candidate = findMagic() {
      switch decode(candidate) {
      case .incomplete where !atEnd:
        return nil
      case .incomplete, .noise:
        noise.append(buffer[start])
        start += 1
      case .frame(let frame, let found):
        start += Frame.headerSize + frame.payload.count + Frame.checksumSize
        guard found == sequence else { throw Gap(expected: sequence, found: found) }
        sequence &+= 1
        return frame
      }
    }
    return nil
  }

  /// Takes the bytes so far that were no part of a frame.
  mutating func takeNoise() -> [UInt8] {
    defer { noise = [] }
    return noise
  }

  private enum Candidate {
    case frame(Frame, sequence: UInt32)
    case incomplete
    case noise
  }

  /// Steps to the next place where a frame may begin, and answers what is there; `nil` at the end.
  private mutating func findMagic() -> ArraySlice<UInt8>? {
    let from = start
    while start < buffer.count, buffer[start] != Frame.magic[0] { start += 1 }
    noise += buffer[from..<start]
    return start < buffer.count ? buffer[start...] : nil
  }

  private func decode(_ bytes: ArraySlice<UInt8>) -> Candidate {
    let magic = bytes.prefix(Frame.magic.count)
    guard magic.elementsEqual(Frame.magic.prefix(magic.count)) else { return .noise }
    guard let sequence = bytes.littleEndian(at: 5), let size = bytes.littleEndian(at: 9) else {
      return .incomplete
    }
    let end = Frame.headerSize + Int(size)
    guard let kind = Frame.Kind(rawValue: bytes[bytes.startIndex + 4]), size <= Frame.maximum else {
      return .noise
    }
    guard let checksum = bytes.littleEndian(at: end) else { return .incomplete }
    let covered = bytes.prefix(end).dropFirst(Frame.magic.count)
    guard CRC32.of(covered) == checksum else { return .noise }
    return .frame(Frame(kind, covered.dropFirst(9)), sequence: UInt32(sequence))
  }
}
