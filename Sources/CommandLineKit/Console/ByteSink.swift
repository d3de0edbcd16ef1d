import LinuxSystem

/// Where the bytes of one stream end up: a descriptor, behind a buffer, or memory.
final class ByteSink {
  let descriptor: Int32?
  private let flushesEveryWrite: Bool
  private var buffer: [UInt8] = []
  private(set) var failure: SystemError?
  /// Whether the terminal shows the line of a ``Progress``.
  private(set) var holdsStatusLine = false

  /// A sink for a descriptor, or for memory if there is none.
  init(_ descriptor: Int32?, flushesEveryWrite: Bool) {
    self.descriptor = descriptor
    self.flushesEveryWrite = flushesEveryWrite
  }

  /// What a sink in memory has taken.
  var captured: String { descriptor == nil ? String(decoding: buffer, as: UTF8.self) : "" }

  func write(_ text: String) {
    guard failure == nil else { return }
    buffer.append(contentsOf: text.utf8)
    if flushesEveryWrite || buffer.count >= 1 << 15 { flush() }
  }

  /// Writes the buffer out. After a failure, which is kept, all further output is dropped.
  func flush() {
    guard let descriptor, !buffer.isEmpty else { return }
    do throws(SystemError) {
      try FileDescriptor.write(buffer, to: descriptor)
    } catch {
      failure = error
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts a line in the place of the last one, or none.
  func showStatusLine(_ line: String?) {
    if holdsStatusLine || line != nil { write("\r" + (line ?? "") + "\u{1B}[K") }
    holdsStatusLine = line != nil
    flush()
  }
}
